package helpdesk.platform.outbox;

/** Stands for the platform's own, which these tests cannot see. */
public class Outbox {}
