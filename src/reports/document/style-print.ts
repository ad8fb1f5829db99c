/** On A4: the parts that were chosen, no controls, tables with their heads on each page, sheets apart. */
export const PRINT_STYLE = `@page{size:A4;margin:16mm 15mm 18mm}
@page{@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
@page lying{size:A4 landscape;margin:12mm}
@media print{
:root{color-scheme:light;--ink:#000;--faint:#444;--paper:#fff;--shade:#f4f3ee;--rule:#bbb;--link:#000;--mark:#7a5000;--friend:#0a4f8c;--hostile:#a3211b;--neutral:#2a6a2d;--none:#555}
html{font-size:9.5pt}
body{display:block;max-width:none;padding:0;margin:0}
.skip,.controls,nav,.unprinted{display:none!important}
body:not(.unfolded) section:not(.sheet) details:not([open]),body:not(.unfolded) :is(h3,h4,h5):has(+details:not([open])){display:none}
a{color:inherit;text-decoration:none}
h1{font-size:20pt}
h2,h3,h4,h5,h6,summary,caption{break-after:avoid}
h2{margin-top:1.75rem}
h3{margin:1rem 0 .25rem}
h4,h5,h6{margin:.6rem 0 .2rem;font-size:9.5pt}
p,ul{margin:.25rem 0}
li{margin:.1rem 0}
figure{margin:.75rem 0}
p,li{orphans:3;widows:3}
.wide{overflow:visible}
table{font-size:8pt;line-height:1.25}
th,td{padding:.15rem .6rem .15rem 0}
p,ul,ol,figcaption{max-width:none}
.folded>ul{columns:2;column-gap:8mm}
.table{display:block;margin:.6rem 0}
.table.few{display:inline-block;margin:.6rem 8mm .6rem 0;break-inside:avoid}
.many table{font-size:6.5pt;line-height:1.15}
.many td{overflow-wrap:anywhere}
.many th,.many td,.many tbody .n{padding:.1rem .7mm .1rem 0;white-space:normal;min-width:0}
thead{display:table-header-group}
tr,figure,li{break-inside:avoid}
tbody th{min-width:6.5rem}tbody th.n{min-width:0}
pre{overflow:visible;white-space:pre-wrap;font-size:7.5pt}
section.sheet details::details-content,.unfolded details::details-content{content-visibility:visible;block-size:auto}
details{break-inside:auto}
summary{list-style:none}
section.sheet{break-before:page;break-after:page}
details.sheet+details.sheet{break-before:page}
.lying{page:lying}
.lying table{table-layout:fixed;font-size:7.5pt;line-height:1.25}
.lying .wide{break-inside:avoid}
footer{display:none}
.drawn svg,.plot svg,svg.map{max-height:230mm}
}
`;
