export const style = `
:root { --released: #1a7f4b; --held: #b26a00; --rejected: #b3261e; --duplicate: #5f6b7a; --ink: #1c2430; --line: #d9dee5 }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 1280px; padding: 24px; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: #f5f7fa }
h1 small { font-weight: 400; color: #5f6b7a; font-size: .6em; margin-left: .5em }
h2 { font-size: 1.15em; margin: 0 }
dl { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0 }
dl div { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 8px 16px }
dt { color: #5f6b7a; font-size: .85em } dd { margin: 0; font-size: 1.3em; font-weight: 600 }
nav { display: flex; flex-wrap: wrap; gap: 8px }
nav a, h2 span { border-radius: 99px; padding: 2px 12px; color: #fff; text-decoration: none; font-size: .85rem; font-weight: 500 }
.released { background: var(--released) } .held { background: var(--held) } .rejected { background: var(--rejected) } .duplicate { background: var(--duplicate) }
section { background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: 20px; margin: 24px 0 }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; margin-top: 12px; align-items: start }
figure { margin: 0 } figure img { width: 100%; display: block; border: 1px solid var(--line) }
figcaption { color: #5f6b7a; font-size: .85em; margin-top: 4px }
.overlay { position: relative } .overlay svg { position: absolute; inset: 0; width: 100%; height: 100% }
polygon { fill: transparent; stroke: #2563eb; stroke-width: 3; vector-effect: non-scaling-stroke; opacity: .75 }
polygon.unread-ink, polygon.low-confidence, polygon.unknown-word { stroke: #b26a00 }
polygon.barcode, polygon.photo { stroke: #8e24aa }
polygon.person { stroke: #b3261e }
polygon:hover { fill: #2563eb55 }
p.held { background: #fff3e0; padding: 6px 12px; border-radius: 6px }
.none { border: 1px dashed var(--line); padding: 40px; text-align: center; color: #5f6b7a; margin: 0 }
table { border-collapse: collapse; font-size: .85em; margin: 8px 0 } th, td { text-align: left; padding: 2px 12px 2px 0; border-bottom: 1px solid var(--line) }
.lists { display: flex; gap: 40px; flex-wrap: wrap; align-items: start }
summary { cursor: pointer; color: #2563eb; margin-top: 8px }
code { font-size: .85em; word-break: break-all }
@media (max-width: 700px) { .pair { grid-template-columns: 1fr } }
`
