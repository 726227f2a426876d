import { z } from 'zod';
import { areDistinct, boundedText } from '../outbound/bounded-text.ts';

const PackageName = boundedText(224).regex(
  /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+$/,
  'is not an Android package name of two or more parts',
);
const SignatureHash = z
  .string()
  .length(11)
  .regex(/^[A-Za-z0-9+/=]+$/, 'may only have letters, digits, +, / and =');
const App = z.strictObject({ package_name: PackageName, signature_hash: SignatureHash });

const button = { type: z.literal('OTP'), text: boundedText(25).optional() };
const autofill = {
  ...button,
  autofill_text: boundedText(25).optional(),
  supported_apps: z
    .array(App)
    .min(1)
    .max(5)
    .refine(
      (all) => areDistinct(all.map((app) => `${app.package_name} ${app.signature_hash}`)),
      'two apps are the same',
    )
    .optional(),
  /** The older way to name one app. */
  package_name: PackageName.optional(),
  signature_hash: SignatureHash.optional(),
};

/**
 * Hands the code over: to copy, by one tap into an Android app, or by none. Zero-tap needs
 * agreement to Meta's terms. Source: Cloud API docs, "Authentication templates", read 2026-11-21.
 */
const OtpButton = z
  .discriminatedUnion('otp_type', [
    z.strictObject({ ...button, otp_type: z.literal('COPY_CODE') }),
    z.strictObject({ ...autofill, otp_type: z.literal('ONE_TAP') }),
    z.strictObject({
      ...autofill,
      otp_type: z.literal('ZERO_TAP'),
      zero_tap_terms_accepted: z.literal(true),
    }),
  ])
  .refine(
    (otp) => otp.otp_type === 'COPY_CODE' || namesApps(otp),
    'needs "supported_apps", or "package_name" and "signature_hash"',
  );

/** Parts of an authentication template: Meta writes its texts. */
export const AuthenticationComponent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('BODY'), add_security_recommendation: z.boolean().optional() }),
  z.strictObject({ type: z.literal('FOOTER'), code_expiration_minutes: z.int().min(1).max(90).optional() }),
  z.strictObject({ type: z.literal('BUTTONS'), buttons: z.tuple([OtpButton]) }),
]);

type Apps = {
  supported_apps?: readonly unknown[] | undefined;
  package_name?: string | undefined;
  signature_hash?: string | undefined;
};

function namesApps({ supported_apps, package_name, signature_hash }: Apps): boolean {
  const older = package_name !== undefined && signature_hash !== undefined;
  const neither = package_name === undefined && signature_hash === undefined;
  return supported_apps === undefined ? older : neither;
}
