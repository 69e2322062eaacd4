"""Opens pages in a headless Chromium, each in light and dark and at each width, and measures what came of them.

Standard input: {"documents": [TEXT], "widths": [PIXELS]}
Standard output: a list of what MEASURE below returns, with "document", "width" and "scheme", and in "complaints" what
the browser said to the console. An argument names a folder for screenshots, to look at.
"""
import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile

MEASURE = """
(() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const frame = e.matches("g.box") && e.querySelector("rect.frame");
      const color = frame ? getComputedStyle(frame).fill : getComputedStyle(e).backgroundColor;
      const parts = numbers(color);
      if (parts.length < 4 || parts[3] > 0) return parts;
    }
    return [255, 255, 255];
  };
  // What is left of it when the drawing that it stands in has cut it off.
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    const svg = element.ownerSVGElement;
    if (!svg.parentElement.closest("svg")) return box;
    const from = svg.parentElement.getScreenCTM();
    const left = from.e + svg.x.baseVal.value * from.a, top = from.f + svg.y.baseVal.value * from.d;
    return { left: Math.max(box.left, left), right: Math.min(box.right, left + svg.width.baseVal.value * from.a),
      top: Math.max(box.top, top), bottom: Math.min(box.bottom, top + svg.height.baseVal.value * from.d) };
  };
  const isShown = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  let lowest = { contrast: 21 }, smallest = 100;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.data.trim();
    if (!text || !isShown(element) || element.matches("title, desc")) continue;
    const style = getComputedStyle(element);
    const inDrawing = element.namespaceURI.endsWith("svg");
    const [a, b] = [luminance(numbers(inDrawing ? style.fill : style.color)), luminance(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < lowest.contrast) lowest = { contrast, text: text.slice(0, 80) };
    const scale = inDrawing ? element.ownerSVGElement.getScreenCTM().a : 1;
    smallest = Math.min(smallest, parseFloat(style.fontSize) * scale);
  }
  const elements = [...document.querySelectorAll("*")];
  const outside = elements.filter((e) => isShown(e) && !e.closest("svg svg") &&
    (e.getBoundingClientRect().right > innerWidth + 0.5 || e.getBoundingClientRect().left < -0.5));
  const shown = [...document.querySelectorAll("svg.diagram")].filter(isShown);
  const overlaps = [];
  for (const drawing of shown) {
    const labels = [...drawing.querySelectorAll("text.label"), ...drawing.querySelectorAll("rect.frame")]
      .map((e) => [e, visible(e)]);
    for (const [i, [e, a]] of labels.entries())
      for (const [f, b] of labels.slice(i + 1))
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
          overlaps.push(e.textContent + " / " + f.textContent);
  }
  const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  const labels = [...document.querySelectorAll("[aria-labelledby]")]
    .flatMap((e) => e.getAttribute("aria-labelledby").split(" "));
  return {
    badIDs: [...ids.filter((id, i) => ids.indexOf(id) < i), ...labels.filter((id) => !ids.includes(id))],
    scrollWidth: document.documentElement.scrollWidth, innerWidth,
    outside: outside.map((e) => e.outerHTML.slice(0, 120)),
    lowest, smallest, overlaps,
    drawings: shown.map((e) => e.getAttribute("class")),
    names: [...new Set(elements.map((e) => e.localName))].sort(),
    count: elements.length,
    active: elements.filter((e) => [...e.attributes].some((a) =>
      /^(on|style|href|src|xlink)/.test(a.name))).map((e) => e.outerHTML.slice(0, 120)),
    ground: getComputedStyle(document.body).backgroundColor,
    headings: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((e) => Number(e.localName[1])),
    text: document.body.innerText.length,
    language: document.documentElement.lang,
    title: document.title,
  };
})()
"""


class Browser:
    """The DevTools protocol over two pipes: JSON texts that end in a NUL. https://chromedevtools.github.io"""

    def __init__(self, folder):
        read_end, browser_writes = os.pipe()
        browser_reads, write_end = os.pipe()

        def place_pipes():
            # The browser reads from 3 and writes to 4.
            reads, writes = os.dup(browser_reads), os.dup(browser_writes)
            os.dup2(reads, 3)
            os.dup2(writes, 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
             "--remote-debugging-pipe", "--user-data-dir=" + folder, "about:blank"],
            env={"PATH": os.environ["PATH"], "HOME": folder, "XDG_CACHE_HOME": folder, "XDG_CONFIG_HOME": folder},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=place_pipes, pass_fds=(3, 4), start_new_session=True)
        os.close(browser_reads)
        os.close(browser_writes)
        self.reader, self.writer = os.fdopen(read_end, "rb"), os.fdopen(write_end, "wb", 0)
        self.rest, self.events, self.number, self.session = b"", [], 0, None

    def receive(self):
        while b"\0" not in self.rest:
            more = self.reader.read1(1 << 16)
            if not more:
                sys.exit("chromium ended, status %s" % self.process.wait())
            self.rest += more
        text, self.rest = self.rest.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.writer.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit("%s: %s" % (method, answer["error"]))
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self.receive())

    def attach(self):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Log", "Runtime", "Network"]:
            self.call(domain + ".enable")

    def open(self, path, width, scheme):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                  mobile=width < 700)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        self.wait("Page.loadEventFired")
        return self.call("Runtime.evaluate", expression=MEASURE, returnByValue=True)["result"]["value"]

    def complaints(self):
        found = []
        for event in self.events:
            parameters = event.get("params", {})
            if event.get("method") == "Log.entryAdded":
                found.append(parameters["entry"]["text"])
            elif event.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown",
                                         "Page.javascriptDialogOpening"):
                found.append(event["method"])
            elif event.get("method") == "Network.requestWillBeSent":
                url = parameters["request"]["url"]
                if parameters.get("type") != "Document":
                    found.append("asked for " + url[:100])
        return found

    def end(self):
        self.session = None
        self.call("Browser.close")
        self.process.wait()


given = json.load(sys.stdin)
screenshots = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
results = []
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
    browser = Browser(folder + "/profile")
    browser.attach()
    for index, document in enumerate(given["documents"]):
        path = pathlib.Path(folder, "%d.html" % index)
        path.write_text(document, encoding="utf-8")
        for width in given["widths"]:
            for scheme in ["light", "dark"]:
                measured = browser.open(path, width, scheme)
                measured.update(document=index, width=width, scheme=scheme, complaints=browser.complaints())
                results.append(measured)
                if screenshots and index < 5:
                    picture = browser.call("Page.captureScreenshot", captureBeyondViewport=True, format="png")
                    name = "%d-%d-%s.png" % (index, width, scheme)
                    (screenshots / name).write_bytes(base64.b64decode(picture["data"]))
    browser.end()
print(json.dumps(results))
