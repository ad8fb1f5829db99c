/** Frames with a slider, and the classes that drawings may use. */
export const MAP_STYLE = `.symbols{position:absolute}
.controls{display:flex;gap:.5rem;align-items:center;margin:0 0 .5rem}
.controls[hidden]{display:none}
.controls input{flex:1;min-width:6rem;accent-color:var(--link);height:1.75rem}
button{font-size:.875rem;padding:.3rem .8rem;min-width:4.25rem;border:1px solid var(--faint);border-radius:3px;background:var(--shade);color:var(--ink);cursor:pointer}
.moment{font-size:1rem;font-weight:600;margin:.25rem 0}
.ground{margin:0}
svg.map{display:block;width:100%;min-width:46rem;height:auto;font-family:"Helvetica Neue","Liberation Sans",Arial,system-ui,sans-serif}
svg.map:not(.legend,.strip){background:var(--shade);border:1px solid var(--rule)}
svg.legend{margin-top:.5rem}
svg [hidden]{display:none}
.friend{color:var(--friend)}.hostile{color:var(--hostile)}.neutral{color:var(--neutral)}.nobody{color:var(--none)}
svg:where(:not(.plot svg)) text{fill:currentColor;font-size:11px}
.roads path{fill:none;stroke:var(--faint);stroke-width:1.6;opacity:.75}
.roads path.track{stroke-width:1.1;stroke-dasharray:4 3}
.roads text{text-anchor:middle;font-size:10px;fill:var(--faint)}
.names{color:var(--ink)}
.names path{fill:var(--faint)}
.names text{font-size:11.5px;text-anchor:middle;paint-order:stroke;stroke:var(--shade);stroke-width:3px;stroke-linejoin:round}
.node{fill:var(--paper);stroke:currentColor;stroke-width:1.8}
.node text{stroke:none;font-weight:700;text-anchor:middle;font-size:10.5px}
.group text{font-weight:600;paint-order:stroke;stroke:var(--shade);stroke-width:3px;stroke-linejoin:round}
.group.old{opacity:.6}
.axis{stroke:currentColor;fill:none;stroke-width:3.5;stroke-linecap:butt}
.axis .head{stroke-width:1.6;fill:var(--shade);stroke-linejoin:round}
.axis.gain .head{fill:currentColor}
.axis.holding{stroke-dasharray:5 3}.axis.holding .head{stroke-dasharray:none}
.flight{fill:currentColor}
.flight text{font-weight:600;paint-order:stroke;stroke:var(--shade);stroke-width:3px}
.legend text{fill:var(--ink);font-size:12px}
.legend .node text{fill:currentColor;font-size:10.5px}
.strip text{font-size:10.5px;fill:var(--faint)}
.strip .turn{text-anchor:middle;font-weight:600;fill:var(--ink)}
.strip .mark{text-anchor:middle;font-weight:600;fill:currentColor;font-size:10px}
.strip .night{fill:var(--shade)}
.strip .day{stroke:var(--rule);stroke-width:1}
.strip .inject{fill:var(--mark)}
.words>ul{columns:2;column-gap:2rem;max-width:none;padding-left:1.1rem}
.words p,.words ul{max-width:none;font-size:.9375rem}
@media(max-width:40rem){.words>ul{columns:1}.controls{flex-wrap:wrap}.controls input{order:3;flex-basis:100%}}
`;
