//! Russian.

use super::Page;
use crate::Plural;

/// The texts in Russian.
pub(super) const TEXTS: Page = Page {
    skip: "Перейти к содержанию",
    you_are_here: "Вы здесь",
    languages: "Язык",
    about_the_course: "О курсе",
    kept_here: "Ваши ответы хранятся только в этом браузере и больше нигде.",

    courses: "Курсы",
    module_count: Plural::russian("{count} модуль", "{count} модуля", "{count} модулей", "{count} модуля"),
    lesson_count: Plural::russian("{count} урок", "{count} урока", "{count} уроков", "{count} урока"),
    quiz_count: Plural::russian("{count} тест", "{count} теста", "{count} тестов", "{count} теста"),

    module_of: "Модуль {number} из {whole}",
    event: "Мероприятие",
    date: "Дата",
    place: "Место",
    held_by: "Организаторы",
    source: "Источник",
    take_first: "Сначала пройдите",
    list_separator: ", ",
    lessons: "Уроки",
    quizzes: "Тесты",
    able_to: "Чему вы научитесь",

    lesson_of: "Урок {number} из {whole}",
    about_minutes: Plural::russian(
        "около {count} минуты",
        "около {count} минут",
        "около {count} минут",
        "около {count} минуты",
    ),
    ways_on: "Уроки",
    previous_lesson: "Предыдущий урок",
    next_lesson: "Следующий урок",
    next_quiz: "Тест",

    practice: "Тренировка",
    assessment: "Итоговая проверка",
    question_count: Plural::russian("{count} вопрос", "{count} вопроса", "{count} вопросов", "{count} вопроса"),
    pass_mark: "проходной балл: {share}",
    feedback_each: "пояснения после каждого ответа",
    feedback_end: "пояснения в конце",
    percent: "{number}\u{a0}%",
    on_their_way: "Вопросы загружаются.",
    did_not_arrive: "Вопросы не загрузились. Проверьте соединение и перезагрузите страницу; все ваши ответы сохранены.",
    no_scripts: "Чтобы отвечать на вопросы, нужны сценарии, которые этот браузер не выполняет. Уроки модуля «{module}» можно читать и без \
                 них.",

    glossary: "Глоссарий",
    glossary_about: Plural::russian(
        "{count} термин курса «{course}» с указанием источника определения",
        "{count} термина курса «{course}» с указанием источника определения",
        "{count} терминов курса «{course}» с указанием источника определения",
        "{count} термина курса «{course}» с указанием источника определения",
    ),
    also: "Также: {names}",
    working_term: "Рабочий термин: ни в одном документе не определен.",
    confused_with: "Часто путают с терминами:",

    sources: "Источники",
    sources_about: Plural::russian(
        "{count} источник, на который ссылается «{course}»",
        "{count} источника, на которые ссылается «{course}»",
        "{count} источников, на которые ссылается «{course}»",
        "{count} источника, на которые ссылается «{course}»",
    ),
    treaty: "Договор",
    soft_law: "Не имеющий обязательной силы документ",
    report: "Доклад",
    programme: "Программа",
    statistics: "Статистика",
    adopted: "дата принятия: {date}",
    in_force: "вступление в силу: {date}",
    published: "дата публикации: {date}",
    depositary: "депозитарий: {name}",
    official_text: "Официальный текст",
    another_site: "(другой сайт)",

    no_such_page: "Такой страницы нет",
    why_no_page: "Возможно, в адресе ошибка или страница получила другое имя.",
    no_page_here: "По этому адресу страницы нет.",
    one_level_up: "На уровень выше",
    to_the_courses: "К курсам",

    your_data: "Ваши данные",
    your_data_lead: "Ваши ответы хранятся только в этом браузере и больше нигде. Здесь их можно сохранить в файл и восстановить.",
    your_data_about: "Что хранится на этом устройстве и как это сохранить.",
    progress: "Ваши успехи",
    review: "Повторение",
    drills: "Упражнения",
    record: "Справка о достижениях",
    one_moment: "Один момент.",
    needs_scripts: "Для этой страницы нужны сценарии, которые этот браузер не выполняет.",
};
