/// The style sheet of the page. Colours have a contrast of 4.5 and more on both grounds.
enum HTMLStyle {
    /// What `style-src` allows: the SHA-256 of the sheet. A test computes it anew.
    static let hash = "sha256-wXzX2iDVjVmXLxxN/FIqiIvK5D4/aOz+864NL4RkNzA="

    static let sheet: StaticString = """
        :root {
          color-scheme: light dark;
          --ground: #ffffff; --panel: #f5f6f8; --text: #1c2026; --quiet: #555d68; --line: #d3d8de;
          --good: #1a7036; --warning: #855300; --bad: #b42318; --unknown: #555d68; --note: #1d5fa8;
          --good-soft: #e9f5ec; --warning-soft: #fcf3df; --bad-soft: #fdeceb; --unknown-soft: #f0f1f4;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #12161b; --panel: #1b2127; --text: #e7eaee; --quiet: #a6afba; --line: #39424d;
            --good: #5dcb7f; --warning: #e8b34b; --bad: #ff8f85; --unknown: #a6afba; --note: #7ab8f5;
            --good-soft: #16281c; --warning-soft: #2d2513; --bad-soft: #341c1b; --unknown-soft: #20262d;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--ground); color: var(--text);
          font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
          overflow-wrap: anywhere;
        }
        main, footer { max-width: 1024px; margin: 0 auto; padding: 0 32px; }
        main { padding-top: 32px; }
        footer { padding-top: 48px; padding-bottom: 40px; color: var(--quiet); font-size: 14px; }
        h1, h2, h3, h4, h5, h6, p, ul, pre, figure { margin: 0; padding: 0; }
        ul { list-style: none; }
        h1, h3, h4, h5, h6, li, p, code { unicode-bidi: isolate; }
        h1 { font-size: 28px; line-height: 1.25; letter-spacing: -.01em; }
        h2 { font-size: 20px; line-height: 1.3; margin: 48px 0 16px; }
        code { font: 14px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        .icon { width: 1.05em; height: 1.05em; flex: none; vertical-align: -.17em; margin-right: .5em; overflow: visible; }
        .shape { fill: var(--state); }
        .shape.open { fill: none; stroke: var(--state); stroke-width: 2; stroke-dasharray: 4 2.3; }
        .sign { fill: none; stroke: var(--ground); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
        .open + .sign { stroke: var(--state); stroke-width: 2.2; }
        .good { --state: var(--good); --soft: var(--good-soft); }
        .warning { --state: var(--warning); --soft: var(--warning-soft); }
        .bad, .error { --state: var(--bad); --soft: var(--bad-soft); }
        .unknown { --state: var(--unknown); --soft: var(--unknown-soft); }
        .note { --state: var(--note); --soft: var(--unknown-soft); }
        .word { color: var(--quiet); font-weight: 400; }

        header { background: var(--soft); border: 1px solid var(--state); border-radius: 14px; padding: 24px 28px; }
        header .scope { color: var(--quiet); margin-bottom: 8px; font-size: 15px; }

        .diagram { display: block; width: 100%; height: auto; }
        .diagram.narrow { display: none; }
        .diagram .link { fill: none; stroke: var(--state); stroke-width: 2.5; }
        .diagram .link.warning { stroke-dasharray: 12 5; }
        .diagram .link.bad { stroke-dasharray: 5 5; stroke-width: 3; }
        .diagram .link.unknown { stroke-dasharray: 1 6; stroke-linecap: round; }
        .diagram .frame { fill: var(--soft); stroke: var(--state); stroke-width: 1.5; }
        .diagram .box.bad .frame { stroke-width: 3; }
        .diagram .box.unknown .frame { stroke-dasharray: 3 4; }
        .diagram text { fill: var(--text); font-size: 14px; }
        .diagram .name { font-weight: 700; font-size: 16px; }
        .diagram .word { fill: var(--state); font-weight: 600; }
        .diagram .detail { fill: var(--text); font-size: 13px; }
        .diagram .label { font-weight: 600; font-size: 13px; paint-order: stroke; stroke: var(--ground); stroke-width: 6; stroke-linejoin: round; }
        .diagram.narrow .name { font-size: 14px; }
        .diagram .gap { fill: var(--ground); }

        .links { margin-top: 20px; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(380px, 100%), 1fr)); gap: 6px 24px; }
        .links li, .rows li { display: flex; align-items: baseline; }
        li > .icon { position: relative; top: .17em; }
        .values { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr)); gap: 12px; margin-top: 24px; }
        .value { background: var(--panel); border-radius: 10px; padding: 12px 16px; font-size: 14px; min-width: 0; }
        .value h3, .value h4 { font-size: 15px; line-height: 1.55; margin-bottom: 4px; }
        .environment + .environment { border-top: 1px solid var(--line); margin-top: 32px; padding-top: 28px; }
        .environment > h3 { font-size: 17px; margin-bottom: 16px; }

        article { border: 1px solid var(--line); border-left: 5px solid var(--state); border-radius: 10px; padding: 16px 20px; margin-top: 16px; }
        article > * + * { margin-top: 8px; }
        article h3 { font-size: 18px; line-height: 1.35; }
        article h4, article h5, article h6 { font-size: 16px; line-height: 1.4; }
        .severity { color: var(--state); margin-right: 4px; white-space: nowrap; }
        .code { color: var(--quiet); font-size: 14px; }
        .evidence li { padding-left: 18px; position: relative; }
        .evidence li::before { content: "–"; position: absolute; left: 0; color: var(--quiet); }
        pre { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; white-space: pre-wrap; }
        .effects { margin-top: 16px; }
        .effects article { margin-top: 8px; }
        .causes { color: var(--quiet); }
        .rows { display: grid; gap: 6px; }

        @media (max-width: 700px) {
          main, footer { padding-left: 16px; padding-right: 16px; }
          main { padding-top: 16px; }
          header { padding: 18px; }
          h1 { font-size: 22px; }
          h2 { margin-top: 36px; }
          article { padding: 14px; }
          .effects article { padding: 12px; }
          .diagram.wide { display: none; }
          .diagram.narrow { display: block; max-width: 420px; margin: 0 auto; }
        }
        @media print {
          :root {
            --ground: #ffffff; --panel: #ffffff; --text: #000000; --quiet: #444444; --line: #999999;
            --good: #145a2b; --warning: #6b4300; --bad: #8f1c13; --unknown: #444444; --note: #1a3f6b;
            --good-soft: #ffffff; --warning-soft: #ffffff; --bad-soft: #ffffff; --unknown-soft: #ffffff;
          }
          body { font-size: 11pt; }
          main, footer { max-width: none; padding: 0; }
          header, article, figure, .value { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
        }
        """
}
