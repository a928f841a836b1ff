// Runs before anything of the page does, and notes when a visitor could first read, and first answer.
(() => {
    if (window !== top) return;
    const times = {};
    let tell;
    const begun = new Promise((resolve) => (tell = resolve));
    let memory;
    window.visit = { begun, wasmMemory: () => memory?.buffer.byteLength ?? 0 };

    const note = (what, time) => {
        times[what] ??= time;
        if (times.readable !== undefined && times.answerable !== undefined) tell(times);
    };
    // What is in the document now is on the screen when the next frame has ended.
    const whenShown = (act) =>
        requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => act(performance.now());
            after.port2.postMessage(null);
        });

    let heading, radio, painted;
    const isReadable = () => {
        if (heading === undefined || painted === undefined) return;
        if (heading <= painted) note("readable", painted);
        else whenShown((time) => note("readable", time));
    };
    const look = () => {
        if (heading === undefined && document.querySelector("h1")?.textContent.trim()) {
            heading = performance.now();
            isReadable();
        }
        if (radio === undefined && document.querySelector("input[type=radio]:not(:disabled)")) {
            radio = performance.now();
            whenShown((time) => note("answerable", time));
        }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
    new PerformanceObserver((list) => {
        for (const entry of list.getEntriesByName("first-contentful-paint")) {
            painted = entry.startTime;
            isReadable();
        }
    }).observe({ type: "paint", buffered: true });

    for (const way of ["instantiate", "instantiateStreaming"]) {
        const own = WebAssembly[way];
        WebAssembly[way] = async (...given) => {
            const made = await own.apply(WebAssembly, given);
            times.compiled ??= performance.now();
            memory ??= (made.instance ?? made).exports.memory;
            return made;
        };
    }
})();
