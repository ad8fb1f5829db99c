/** Frames with a slider, and the classes that drawings may use. */
export const MAP_STYLE = `.controls{display:flex;gap:.5rem;align-items:center;margin:0 0 .5rem}
.controls[hidden]{display:none}
.controls input{flex:1;min-width:6rem;accent-color:var(--link);height:1.75rem}
button{font-size:.875rem;padding:.3rem .8rem;min-width:4.25rem;border:1px solid var(--faint);border-radius:3px;background:var(--shade);color:var(--ink);cursor:pointer}
.moment{font-size:1rem;font-weight:600;margin:.25rem 0}
svg.map{display:block;width:100%;height:auto;background:var(--shade);border:1px solid var(--rule)}
svg [hidden]{display:none}
.words ul{columns:2;column-gap:2rem;max-width:none;padding-left:1.1rem;font-size:.9375rem}
.words p{max-width:none}
@media(max-width:40rem){.words ul{columns:1}}
`;
