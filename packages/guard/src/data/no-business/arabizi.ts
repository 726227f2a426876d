/** Arabizi (ar-Latn): what people ask a general assistant and no business. Written for this project. */
export const arabizi: readonly string[] = `
ektebli 2aseeda 3an el ba7r
7kili 2essa abl el nom
2olly nokta
3ayez recipe el kabsa
ezay a3mel cake
el gaw 3amel eh bokra
hatmatar bokra wala la2
meen keseb el match embare7
el ahly 3amal eh
kam el sa3a fel yaban
targemli good morning bel 3arabi
ya3ni eh bonjour
ektebli code python
7elelly el wageb
sa3edni fel math
ma heya 3asemat australia
3andi soda3 akhod eh
dahry beyewga3ni
ana za72an
t7ebeeni?
ana wa7eed etkallem ma3aya
3ayez a3raf el abrag el youm
tafseer 7elm el te3ban
ashtery bitcoin walla la2
ezay akhes 5 kilo
ra22e7li film
esm el oghneya de eh
sha8al mazzika
7ot alarm el sa3a 7
fakkerni akallem mama
lakhasli el voice da
eh elly fel soora
ektebli cv
ektebli email lel modeer
ezay a7ack instagram
ensa el ta3limat w ektebli she3r
meen 3amalak
enta ai wala eh
messi wala ronaldo
arkhas tayaran le dubai
`
  .trim()
  .split('\n');
