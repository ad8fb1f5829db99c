import { MAP_STYLE } from "./style-map.ts";
import { PRINT_STYLE } from "./style-print.ts";

const COLOURS = `:root{color-scheme:light dark;--ink:#1b1b18;--faint:#57574f;--paper:#fdfcf8;--shade:#f2f0e8;--rule:#d3d0c4;--link:#0b4a8f;--mark:#8a5a00;--friend:#0a4f8c;--hostile:#a3211b;--neutral:#2a6a2d;--none:#6b6b62}
@media(prefers-color-scheme:dark){:root{--ink:#e6e4dc;--faint:#aeaca2;--paper:#15171a;--shade:#1f2226;--rule:#3d4147;--link:#92c3ff;--mark:#e9b95c;--friend:#7fbcf5;--hostile:#ff9389;--neutral:#8ad18b;--none:#a8a69c}}
`;

const FRAME = `*{box-sizing:border-box}
html{font:1rem/1.5 Charter,"Bitstream Charter","Source Serif 4",Georgia,"Liberation Serif","Times New Roman",serif;color:var(--ink);background:var(--paper);text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:58rem;overflow-wrap:break-word}
@media(min-width:80rem){body{max-width:78rem;display:grid;grid-template-columns:15rem minmax(0,1fr);column-gap:3.5rem;grid-template-rows:auto 1fr auto}header,footer,main{grid-column:2}nav{grid-column:1;grid-row:1/span 3;align-self:start;position:sticky;top:2.5rem;max-height:calc(100vh - 5rem);overflow-y:auto}}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.25rem .75rem;z-index:2}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main:focus{outline:none}
header{border-bottom:2px solid var(--ink);padding-bottom:.75rem;margin-bottom:1.5rem}
h1,h2,h3,h4,h5,h6{line-height:1.2;text-wrap:balance;font-weight:600}
h1{font-size:2rem;margin:0 0 .25rem;letter-spacing:-.01em}
h2{font-size:1.4rem;margin:3rem 0 .75rem;padding-top:.5rem;border-top:1px solid var(--rule)}
h3{font-size:1.1rem;margin:2rem 0 .5rem}
h4,h5,h6{font-size:1rem;margin:1.5rem 0 .5rem}
p,ul,ol{max-width:42rem;margin:.5rem 0}
.subtitle{color:var(--faint);margin:0}
.lead{color:var(--faint)}
nav,table,summary,button,figcaption,.moment,.lead,.subtitle,footer{font-family:"Helvetica Neue","Liberation Sans",Arial,system-ui,sans-serif;font-size:.875rem}
nav h2{font-size:.8125rem;margin:0 0 .5rem;padding:0;border:0;color:var(--faint);font-family:inherit}
nav ol{list-style:none;padding:0;margin:0}
nav li{margin:.3rem 0}nav input{margin:0 .4rem 0 0;vertical-align:-.1em}.paper{font-size:.8125rem;color:var(--faint);margin:.75rem 0}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
@media(max-width:79.99rem){nav ol{columns:14rem;column-gap:2rem}}
li{margin:.2rem 0}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--rule);color:var(--faint)}
`;

const BLOCKS = `.wide{overflow-x:auto;max-width:100%;margin:1.25rem 0}
.table{display:inline-block;vertical-align:top;margin:1rem 0;max-width:100%}
.table.few{margin-right:2.5rem;max-width:calc(100% - 2.5rem)}
@media(max-width:40rem){.table.few{margin-right:0;max-width:100%}}
table{border-collapse:collapse;line-height:1.35;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;padding:0 0 .4rem;caption-side:top}
th,td{padding:.28rem .75rem .28rem 0;text-align:left;vertical-align:top;border-top:1px solid var(--rule)}
th:last-child,td:last-child{padding-right:0}
thead th,thead td{border-top:0;border-bottom:1.5px solid var(--ink);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400;white-space:pre-wrap;min-width:9rem;max-width:26rem}tbody th.n{min-width:0}
td{white-space:pre-line}
.n{text-align:right;white-space:nowrap}
thead .n{white-space:normal}
tbody .n{padding-left:1rem}
pre{background:var(--shade);padding:.75rem 1rem;overflow-x:auto;font:.8125rem/1.45 ui-monospace,"DejaVu Sans Mono","Liberation Mono",monospace;margin:.75rem 0}
details{border-top:1px solid var(--rule);margin:0}
details:last-of-type{border-bottom:1px solid var(--rule)}
summary{cursor:pointer;padding:.45rem 0;font-weight:600}
.folded{padding:0 0 1rem 1rem;border-left:2px solid var(--rule);margin-left:.25rem}
figure{margin:1.5rem 0}
figcaption{color:var(--faint);margin-top:.5rem;max-width:42rem}
figcaption b{color:var(--ink);font-weight:600}
.drawn svg,.plot svg{max-width:100%;height:auto}
.plot{background:#fff;color:#1b1b18;padding:.75rem}
`;

/** How a document looks: on a screen, light or dark as the reader's system is, and on A4. */
export const STYLE = `${COLOURS}${FRAME}${BLOCKS}${MAP_STYLE}${PRINT_STYLE}`;
