package helpdesk.platform.outbox;

/** Stands for the platform's own, which these tests cannot see: the platform's tests need this module first. */
public interface DomainEvent {}
