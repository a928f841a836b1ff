//! Spanish.

use super::Reader;
use crate::Plural;

/// The texts in Spanish.
pub(super) const TEXTS: Reader = Reader {
    percent: "{number}\u{a0}%",
    points_of: Plural::spanish(
        "{earned} de {count} punto",
        "{earned} de {count} de puntos",
        "{earned} de {count} puntos",
    ),
    amount_of: "{earned} de {possible}",

    state_read: "leída",
    state_answered: "{answered} de {all} respondidas",
    state_best: "mejor resultado: {share}",
    state_module: "lecciones leídas: {read} de {lessons}; cuestionarios terminados: {finished} de {quizzes}",

    broken: "Se ha producido un error en esta página. Sus respuestas se conservan: vuelva a cargar la página para continuar.",
    storage_blocked: "Este navegador no permite que la página guarde datos. Puede continuar, pero sus respuestas solo se conservarán \
                      hasta que cierre la página. Una ventana que no sea privada, u otro navegador, permite conservarlas.",
    storage_full: Plural::spanish(
        "El almacenamiento de este navegador está lleno: {count} entrada no se ha guardado y se perderá al cerrar la página. \
         Libere espacio, por ejemplo borrando los datos de otros sitios; Plenary volverá a intentarlo con su próxima respuesta.",
        "El almacenamiento de este navegador está lleno: {count} de entradas no se han guardado y se perderán al cerrar la página. \
         Libere espacio, por ejemplo borrando los datos de otros sitios; Plenary volverá a intentarlo con su próxima respuesta.",
        "El almacenamiento de este navegador está lleno: {count} entradas no se han guardado y se perderán al cerrar la página. \
         Libere espacio, por ejemplo borrando los datos de otros sitios; Plenary volverá a intentarlo con su próxima respuesta.",
    ),
    set_aside: Plural::spanish(
        "No se ha podido leer {count} entrada guardada; se ha apartado, no borrado. Todo lo demás sigue aquí y puede continuar.",
        "No se han podido leer {count} de entradas guardadas; se han apartado, no borrado. Todo lo demás sigue aquí y puede \
         continuar.",
        "No se han podido leer {count} entradas guardadas; se han apartado, no borrado. Todo lo demás sigue aquí y puede \
         continuar.",
    ),
    too_new: Plural::spanish(
        "{count} entrada guardada procede de una versión posterior de Plenary y se ha dejado como estaba. Vuelva a cargar la página \
         para obtener esa versión.",
        "{count} de entradas guardadas proceden de una versión posterior de Plenary y se han dejado como estaban. Vuelva a cargar la \
         página para obtener esa versión.",
        "{count} entradas guardadas proceden de una versión posterior de Plenary y se han dejado como estaban. Vuelva a cargar la \
         página para obtener esa versión.",
    ),
    saved_no_backup: "Guardado en este dispositivo · aún sin copia de seguridad",
    saved_today: "Guardado en este dispositivo · última copia de seguridad hoy",
    saved_days: Plural::spanish(
        "Guardado en este dispositivo · última copia de seguridad hace {count} día",
        "Guardado en este dispositivo · última copia de seguridad hace {count} de días",
        "Guardado en este dispositivo · última copia de seguridad hace {count} días",
    ),
    not_saved: "No guardado en este dispositivo",
    backup_due: "Sus respuestas solo están en este navegador. Una copia de seguridad es un archivo con todas ellas que puede \
                 recuperar en cualquier dispositivo.",
    backup_now: "Hacer una copia ahora",
    later: "Más tarde",
    do_not_remind: "No recordármelo",
    backup_made: "La copia de seguridad está hecha: {name}",

    close: "Cerrar",
    sources: Plural::spanish("Fuente", "Fuentes", "Fuentes"),

    no_questions: "Este cuestionario no tiene por ahora preguntas que se puedan plantear.",
    on_their_way: "Se están cargando las preguntas.",
    your_best: "Su mejor resultado: {share}.",
    begin: "Comenzar",
    begin_again: "Comenzar de nuevo",
    see_last_result: "Ver el último resultado",
    unreachable: "No se ha podido acceder al sitio. Compruebe la conexión e inténtelo de nuevo.",
    not_there: "Estas preguntas ya no están en el sitio, que se ha publicado de nuevo. Vuelva a cargar la página.",
    unreadable: "Las preguntas han llegado dañadas. Inténtelo de nuevo; si el problema persiste, comuníquelo a los responsables del \
                 sitio.",
    all_is_kept: "Todas sus respuestas se conservan.",
    try_again: "Reintentar",

    question_of: "Pregunta {number} de {whole}",
    question: "Pregunta {number}",
    as_of: "Situación en {year}",
    held_by: "Opinión sostenida por: {who}",
    choose_all: "Elija todas las respuestas que correspondan.",
    says_true: "Verdadero",
    says_false: "Falso",
    choose_answer: "Elija una respuesta",
    in_use: "ya utilizada",
    facts: "Los hechos",
    elements_of: "Elementos: {term}",
    not_needed: "No se requiere si:",
    met: "Se cumple",
    not_met: "No se cumple",
    unclear: "Hechos insuficientes",
    conclusion: "Conclusión",

    check_answer: "Comprobar la respuesta",
    next_question: "Pregunta siguiente",
    see_result: "Ver el resultado",
    save_and_go_on: "Guardar y continuar",
    leave_for_now: "Dejarla por ahora",
    hand_in: "Entregar",
    back: "Atrás",
    still_open: Plural::spanish(
        "{count} pregunta aún sin responder:",
        "{count} de preguntas aún sin responder:",
        "{count} preguntas aún sin responder:",
    ),
    not_ready: "Queda algo por decidir. No se ha calificado nada.",
    answer_saved: "Respuesta guardada.",
    finished: "Terminado: {share}.",

    right: "Correcto",
    partly_right: "Parcialmente correcto",
    not_right: "Incorrecto",
    not_answered: "Sin responder",
    right_answer: "respuesta correcta",
    decided_right: "Correcto: ",
    decided_wrong: "Incorrecto: ",
    not_chosen: "No elegido",
    instead: "Respuesta correcta:",
    revised: "Esta pregunta se revisó después de su respuesta; se conserva su resultado anterior.",

    your_result: "Su resultado",
    passed: "Aprobado. La puntuación mínima es del {share}.",
    not_passed: "Aún no aprobado. La puntuación mínima es del {share}.",
    take_again: "Repetir el cuestionario",
    back_to_module: "Volver al módulo",
    by_objective: "Por objetivo",
    objective: "Objetivo",
    points: "Puntos",
    share: "Porcentaje",
    your_answers: "Sus respuestas",
};
