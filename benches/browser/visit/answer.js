// Answers so many questions and gives how long each feedback took to be in the document, in milliseconds.
const [count, done] = arguments;

const once = (find) =>
    new Promise((resolve) => {
        const found = find();
        if (found) return resolve(found);
        const observer = new MutationObserver(() => {
            const found = find();
            if (!found) return;
            observer.disconnect();
            resolve(found);
        });
        observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
// Everything that an event brought about is done, and shown.
const calm = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const find = (selector) => document.querySelector(selector);

const answer = async () => {
    const times = [];
    for (let number = 0; number < count; number++) {
        const radio = await once(() => find("input[type=radio]:not(:disabled)"));
        await calm();
        if (find("#feedback")) throw "feedback before an answer";
        radio.click();
        await calm();
        const check = find("#quiz button[type=submit]");
        const begun = performance.now();
        check.click();
        await once(() => find("#feedback"));
        times.push(performance.now() - begun);
        await calm();
        if (number + 1 < count) find("#quiz button.primary[type=button]").click();
    }
    return times;
};
answer().then(
    (times) => done({ times }),
    (fault) => done({ fault: String(fault) }),
);
