//! Chinese.

use super::Reader;
use crate::Plural;

/// The texts in Chinese.
pub(super) const TEXTS: Reader = Reader {
    percent: "{number}%",
    points_of: Plural::chinese("得 {earned} 分，满分 {count} 分"),
    amount_of: "{earned} / {possible}",

    state_read: "已读",
    state_answered: "已答 {answered} 题，共 {all} 题",
    state_best: "最好成绩 {share}",
    state_module: "已读 {read} 课（共 {lessons} 课），已完成 {finished} 个测验（共 {quizzes} 个）",

    broken: "本页出现故障。您的作答均已保存：请重新加载页面以继续。",
    storage_blocked: "此浏览器不允许本页保存任何数据。您可以继续，但您的作答仅保留到页面关闭为止。使用非隐私窗口或其他浏览器即可保存作答。",
    storage_full: Plural::chinese(
        "此浏览器的存储空间已满：{count} 条记录未能保存，关闭页面后将会丢失。请腾出空间，例如删除其他网站的数据；您下次作答时，Plenary 会再次尝试保存。",
    ),
    set_aside: Plural::chinese("{count} 条已保存的记录无法读取，已另行存放，并未删除。其余记录均完好，您可以继续。"),
    too_new: Plural::chinese(
        "{count} 条已保存的记录由更新版本的 Plenary 写入，现保持原样。请重新加载页面以获取该版本。",
    ),

    close: "关闭",
    sources: Plural::chinese("来源"),

    no_questions: "本测验目前没有可供作答的题目。",
    on_their_way: "正在加载题目。",
    your_best: "您的最好成绩：{share}。",
    begin: "开始",
    begin_again: "重新开始",
    see_last_result: "查看上次成绩",
    unreachable: "无法连接到网站。请检查网络连接，然后重试。",
    not_there: "网站已重新发布，这些题目已不在网站上。请重新加载页面。",
    unreadable: "收到的题目已损坏。请重试；如仍有问题，请告知网站管理者。",
    all_is_kept: "您的所有作答均已保存。",
    try_again: "重试",

    question_of: "第 {number} 题，共 {whole} 题",
    question: "第 {number} 题",
    as_of: "截至 {year} 年",
    held_by: "持此观点者：{who}",
    choose_all: "请选择所有适用的选项。",
    says_true: "正确",
    says_false: "错误",
    choose_answer: "请选择答案",
    in_use: "已使用",
    facts: "案情",
    elements_of: "要件：{term}",
    not_needed: "在下列情形下无须具备：",
    met: "具备",
    not_met: "不具备",
    unclear: "事实不足",
    conclusion: "结论",

    check_answer: "检查答案",
    next_question: "下一题",
    see_result: "查看成绩",
    save_and_go_on: "保存并继续",
    leave_for_now: "暂时跳过",
    hand_in: "交卷",
    back: "返回",
    still_open: Plural::chinese("还有 {count} 题未作答："),
    not_ready: "尚有未决定之处。未予评分。",
    answer_saved: "答案已保存。",
    finished: "已完成：{share}。",

    right: "正确",
    partly_right: "部分正确",
    not_right: "不正确",
    not_answered: "未作答",
    right_answer: "正确答案",
    decided_right: "正确：",
    decided_wrong: "不正确：",
    not_chosen: "未选择",
    instead: "正确答案：",
    revised: "本题在您作答之后有过修订；您原来的成绩予以保留。",

    your_result: "您的成绩",
    passed: "已通过。及格线为 {share}。",
    not_passed: "尚未通过。及格线为 {share}。",
    take_again: "再做一次",
    back_to_module: "返回单元",
    by_objective: "按目标统计",
    objective: "目标",
    points: "得分",
    share: "得分率",
    your_answers: "您的作答",
};
