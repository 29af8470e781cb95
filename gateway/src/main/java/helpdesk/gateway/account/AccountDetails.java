package helpdesk.gateway.account;

import helpdesk.platform.contact.EmailAddresses;
import java.util.List;

/** What can change of an account, in the form in which it is stored. */
record AccountDetails(String displayName, String email, List<String> roles, boolean active) {

    static AccountDetails of(String displayName, String email, List<String> roles, boolean active) {
        return new AccountDetails(
                displayName.strip(),
                EmailAddresses.normalize(email),
                roles.stream().distinct().sorted().toList(),
                active);
    }
}
