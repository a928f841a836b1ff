//! Chinese.

use super::Page;
use crate::Plural;

/// The texts in Chinese.
pub(super) const TEXTS: Page = Page {
    skip: "跳至内容",
    you_are_here: "当前位置",
    languages: "语言",
    about_the_course: "关于本课程",
    kept_here: "您的作答只保存在此浏览器中，不会存放在其他任何地方。",

    courses: "课程",
    module_count: Plural::chinese("{count} 个单元"),
    lesson_count: Plural::chinese("{count} 课"),
    quiz_count: Plural::chinese("{count} 个测验"),

    module_of: "第 {number} 单元，共 {whole} 个单元",
    event: "活动",
    date: "日期",
    place: "地点",
    held_by: "主办方",
    source: "来源",
    take_first: "建议先修",
    list_separator: "、",
    lessons: "课文",
    quizzes: "测验",
    able_to: "学完后您将能够",

    lesson_of: "第 {number} 课，共 {whole} 课",
    about_minutes: Plural::chinese("约 {count} 分钟"),
    ways_on: "课文",
    previous_lesson: "上一课",
    next_lesson: "下一课",
    next_quiz: "测验",

    practice: "练习",
    assessment: "考核",
    question_count: Plural::chinese("{count} 题"),
    pass_mark: "及格线 {share}",
    feedback_each: "每次作答后给出反馈",
    feedback_end: "结束时给出反馈",
    percent: "{number}%",
    on_their_way: "正在加载题目。",
    did_not_arrive: "题目未能加载。请检查网络连接，然后重新加载页面；您的所有作答均已保存。",
    no_scripts: "答题需要脚本，而此浏览器不运行脚本。《{module}》的课文无需脚本即可阅读。",

    glossary: "词汇表",
    glossary_about: Plural::chinese("《{course}》的 {count} 个术语，各附其定义出处"),
    also: "又称：{names}",
    working_term: "工作用语：没有文书对其作出定义。",
    confused_with: "常与下列术语混淆：",

    sources: "来源",
    sources_about: Plural::chinese("《{course}》引用的 {count} 个来源"),
    treaty: "条约",
    soft_law: "软法",
    report: "报告",
    programme: "方案",
    statistics: "统计数据",
    adopted: "{date}通过",
    in_force: "{date}起生效",
    published: "{date}发布",
    depositary: "保存人：{name}",
    official_text: "正式文本",
    another_site: "（其他网站）",

    no_such_page: "没有此页面",
    why_no_page: "地址可能有误，或者页面已改名。",
    no_page_here: "此地址没有页面。",
    one_level_up: "上一级",
    to_the_courses: "前往课程",

    your_data: "您的数据",
    your_data_lead: "您的作答只保存在此浏览器中，不会存放在其他任何地方。您可在此将其保存为文件，也可恢复。",
    your_data_about: "此设备上保存的内容及其保存方法。",
    progress: "您的进度",
    review: "复习",
    drills: "专项练习",
    record: "学习成绩记录",
    one_moment: "请稍候。",
    needs_scripts: "本页需要脚本，而此浏览器不运行脚本。",
};
