/// The style of HTML pages: for screens of any width, in light and dark mode, and for paper.
enum PageStyle {
  static let css = """
    :root{color-scheme:light dark;--ground:#fff;--ink:#1f2328;--faint:#59636e;--line:#d1d9e0;--link:#0969da;--band:#f6f8fa;--mark:#9a6700}
    @media (prefers-color-scheme:dark){:root{--ground:#0d1117;--ink:#e6edf3;--faint:#9198a1;--line:#3d444d;--link:#58a6ff;--band:#151b23;--mark:#d29922}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
    main,footer{max-width:70rem;margin:0 auto;padding:1rem}
    h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
    h2{font-size:1.25rem;margin:2.2rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
    h3{font-size:1rem;margin:1.4rem 0 .4rem}
    p{max-width:46rem;margin:.6rem 0}
    a{color:var(--link)}
    a:target,span:target+*{background:var(--band)}
    .notice{border-left:4px solid var(--mark);background:var(--band);padding:.6rem .8rem}
    .scroll{overflow-x:auto;margin:.8rem 0}
    table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
    th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
    th{font-weight:600;color:var(--faint);white-space:nowrap}
    td.n,th.n{text-align:right;white-space:nowrap}
    td{overflow-wrap:break-word}
    td.t:first-child{min-width:11rem}
    td.t:last-child{min-width:10rem}
    td.n:first-child{min-width:3rem}
    td.w,td.b{white-space:nowrap}
    td.t{min-width:6.5rem}
    td.b{font:12px/1.6 monospace;letter-spacing:0;color:var(--link)}
    figure{margin:1rem 0}
    .narrow{display:none}
    .chart{max-width:100%;height:auto;display:block}
    ul{padding-left:1.2rem;margin:.4rem 0}
    li{margin:.15rem 0}
    pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--band);padding:.8rem;font-size:.82rem;line-height:1.6}
    footer{color:var(--faint);font-size:.82rem;border-top:1px solid var(--line);margin-top:2rem}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0}
    dd{margin:0;overflow-wrap:anywhere}
    @media screen and (max-width:40rem){
    .wide{display:none}.narrow{display:block}
    th:first-child,td:first-child{position:sticky;left:0;background:var(--ground);min-width:8rem;max-width:11rem}
    td.n:first-child,th.n:first-child{position:static;min-width:2rem}
    th,td{padding:.3rem .45rem}th,th.n{white-space:normal}
    }
    @media print{
    @page{margin:14mm 12mm}
    :root{--ground:#fff;--ink:#000;--faint:#444;--line:#999;--link:#000;--band:#fff}
    .chart{--ground:#fff;--ink:#000;--faint:#444;--grid:#bbb;--rise:#0550ae;--fall:#953800;--band:#eee}
    body{font-size:10pt}main,footer{max-width:none;padding:0}
    .scroll{overflow:visible}table{font-size:8pt}th,td{padding:.15rem .35rem}td:first-child{min-width:0}td.t{min-width:5.2rem}a{text-decoration:none}
    tr,figure{break-inside:avoid}h2,h3{break-after:avoid}
    }
    """
}
