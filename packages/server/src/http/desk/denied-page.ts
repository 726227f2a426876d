/** The style of the page below, allowed by its hash. */
export const deniedPageStyle = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 100vh; margin: 0;
  background: light-dark(#f3f6f5, #14181a); color: light-dark(#16201d, #e8eeec); }
main { max-width: 30rem; margin: 1rem; padding: 2rem; border-radius: 1rem; background: light-dark(#fff, #1f2528);
  box-shadow: 0 4px 24px #0003; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
code { background: light-dark(#eef2f1, #14181a); padding: .1rem .35rem; border-radius: .3rem; overflow-wrap: anywhere; }
form { display: flex; gap: .5rem; margin-top: 1.25rem; }
input { flex: 1; min-width: 0; font: inherit; padding: .6rem .8rem; border: 1px solid light-dark(#6f7f7a, #83938e);
  border-radius: .6rem; background: transparent; color: inherit; }
button { font: inherit; font-weight: 600; padding: .6rem 1rem; border: 0; border-radius: .6rem; background: #0a6b4f;
  color: #fff; cursor: pointer; }
:focus-visible { outline: 3px solid #12a37a; outline-offset: 2px; }
`;

/** Tells a browser without the token how to get in. `message` is our own wording. */
export function deniedPage(message: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ambit desk: token needed</title><style>${deniedPageStyle}</style></head>
<body><main>
<h1>${message}</h1>
<p>Ambit printed a link with the right token when it started: look there for a line like
<code>http://127.0.0.1:…/?token=…</code> and open it, or paste the token here.</p>
<form method="get" action="/">
<input name="token" aria-label="Token" placeholder="Token" autocomplete="off" required autofocus>
<button>Open the desk</button>
</form>
</main></body>
</html>
`;
}
