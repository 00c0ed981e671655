/**
 * The style of every page: black on white, nothing told by colour or by a background that a printer leaves out.
 * Tables and blocks alone, which old browsers draw too.
 */
export const pageStyle = `
* { box-sizing: border-box; }
html { font: 100%/1.4 Arial, "Liberation Sans", Helvetica, "DejaVu Sans Condensed", sans-serif; color: #000; background: #fff; }
body { margin: 0 auto; padding: 1rem; max-width: 50rem; overflow-wrap: break-word; word-wrap: break-word;
  -webkit-hyphens: manual; hyphens: manual; }
h1, h2, h3, h4, p, ul, ol, dl, dd, table { margin: 0; padding: 0; }
h1, h2.title { font-size: 1.6rem; line-height: 1.15; margin: 0 0 .3rem; }
.part > h2, .part > h3, .notes h3 { font-size: 1.3rem; line-height: 1.2; margin: .8rem 0 .3rem;
  border-bottom: 3px solid #000; }
section section h3, section section h4 { font-size: 1.05rem; line-height: 1.25; margin: .6rem 0 .15rem; }
ul, ol { padding-left: 1.2rem; }
ol { padding-left: 1.6rem; }
li { margin: 0 0 .15rem; }
a { color: inherit; }
a:focus { outline: 3px solid #000; outline-offset: 2px; }
.stamp { border: 2px solid #000; padding: .2rem .5rem; }
.notice { border: 3px solid #000; padding: .3rem .5rem; margin-bottom: .4rem; font-size: 1.15rem; }
.basis, .details { font-size: .9rem; font-weight: normal; }
.basis { font-style: italic; }
.source { margin-top: .8rem; padding-top: .2rem; border-top: 1px solid #000; font-size: .9rem; }
.sheet + .sheet { margin-top: 3rem; }
.screen { border-bottom: 1px solid #000; margin-bottom: 1rem; padding-bottom: .5rem; }
.screen li { display: inline-block; margin: 0 1rem 0 0; padding: .3rem 0; }
.screen ul { list-style: none; padding: 0; }
.screen [aria-current] { font-weight: bold; text-decoration: none; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; }
.phones { margin: .2rem 0 .3rem; }
.phones thead { position: absolute; left: -100rem; }
.phones tbody th, .phones td { border-top: 1px solid #000; padding: .15rem 0; vertical-align: middle; }
.phones tr:last-child th, .phones tr:last-child td { border-bottom: 1px solid #000; }
.phones td { font-size: 1.5rem; font-weight: bold; text-align: right; white-space: nowrap; padding-left: .5rem; }
.phones td a { text-decoration: none; }
.blanks div { overflow: hidden; border-bottom: 1px solid #000; margin-top: .9rem; min-height: 1.6rem; }
.blanks dt { float: left; }
.code { margin: .6rem 0; }
.code p { font-weight: bold; }
.sign { display: inline-block; width: 2.4rem; height: 2.8rem; border: 2px solid #000; margin: 0 .2rem 0 0;
  vertical-align: middle; }
.hyphen { display: inline-block; font-size: 1.6rem; padding: 0 .4rem 0 .2rem; vertical-align: middle; }
.fields { overflow: hidden; margin: .4rem -.3rem; }
.fields div { float: left; width: 100%; padding: 0 .3rem .3rem; }
.fields dd { border: 1px solid #000; height: 2.3rem; }
.calls caption { text-align: left; font-weight: bold; padding: .3rem 0; }
.calls { table-layout: fixed; }
.calls th, .calls td { border: 1px solid #000; padding: .15rem .3rem; vertical-align: middle; }
.calls tbody th { font-weight: normal; }
.calls thead th, .calls tbody th[colspan] { font-weight: bold; }
.calls .what { width: 34%; }
.calls .said { width: 7%; }
.calls .repeated { width: 15%; }
.calls td.said { text-align: center; padding: 0; }
.calls td { height: 1.85rem; }
.calls .about td { height: 2.3rem; }
.calls .call { border-left-width: 3px; }
.tick { white-space: nowrap; }
.tick + .tick { margin-left: .3rem; }
.box { display: inline-block; width: 1.15rem; height: 1.15rem; border: 1.5px solid #000; vertical-align: -.25rem;
  margin: 0 .15rem 0 0; }
.rule { border-bottom: 1px solid #000; height: 2.3rem; }
@media screen and (max-width: 40em) {
  body { padding: 1rem .75rem; }
  .further { display: none; }
  .calls { table-layout: auto; }
  .repeats { white-space: nowrap; }
}
@media (min-width: 40em) {
  .fields .long { width: 66.66%; }
  .fields .short { width: 33.33%; }
}
@media print {
  @page { size: A4; margin: 9mm 10mm 10mm;
    @bottom-right { content: "Sida " counter(page) " av " counter(pages);
      font: 10pt Arial, "Liberation Sans", "DejaVu Sans Condensed", sans-serif; } }
  html { font-size: 11pt; line-height: 1.17; }
  html.large { font-size: 12.5pt; }
  body { max-width: none; padding: 0 1px; }
  .calls .about td { height: 2.5rem; }
  .screen { display: none; }
  .sheet + .sheet { margin-top: 0; page-break-before: always; break-before: page; }
  h1, h2, h3, h4, thead, caption { page-break-after: avoid; break-after: avoid; }
  tr, li, dl div, .code, .blanks div, .notice, .stamp { page-break-inside: avoid; break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
  li { margin: 0; clear: left; }
  li.short { float: left; clear: none; width: 33%; }
  li.short + li:not(.short) { clear: left; }
  ul:after { content: ""; display: block; clear: both; }
  h1, h2.title { font-size: 1.4rem; margin-bottom: .2rem; }
  .stamp { font-size: .85rem; padding: .1rem .3rem; border-width: 1px; }
  .part > h2, .part > h3, .notes h3 { font-size: 1.2rem; margin: .35rem 0 .15rem; border-bottom-width: 2px; }
  section section h3, section section h4 { margin: .35rem 0 .05rem; }
  .basis, .details { font-size: .82rem; }
  .source { margin-top: .3rem; padding-top: .1rem; font-size: .8rem; line-height: 1.1; }
  .phones tbody th, .phones td { padding: 0; }
  .phones td { font-size: 1.48rem; }
  .fields .long { width: 66.66%; }
  .fields .short { width: 33.33%; }
}
`;
