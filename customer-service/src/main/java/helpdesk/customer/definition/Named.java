package helpdesk.customer.definition;

/** What can be written of a definition has a name. */
public interface Named {

    String name();
}
