package helpdesk.ticket.mapping;

/** What an event is for a mapping. */
enum Turn {
    /** It tells of a matter, for the first time or again. */
    OPENS,
    /** It tells that the matter is over. */
    CLEARS
}
