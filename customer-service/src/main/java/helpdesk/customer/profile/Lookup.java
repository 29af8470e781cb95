package helpdesk.customer.profile;

import helpdesk.platform.contact.EmailAddresses;
import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.problem.PlatformProblem;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Whom to look for: the owners of any of the identities given, normalised; everybody when none is given.
 *
 * @param condition in HQL, on an identity {@code i}; empty when any will do
 * @param among in HQL, on the customer {@code c}: of whom they are
 * @param parameters of the condition
 */
public record Lookup(String condition, String among, Map<String, Object> parameters) {

    private static final String ALL = "true";

    /**
     * Reads query parameters.
     *
     * @param phone with its country code; the plus may be missing, because it is a blank in a URL unless it is escaped
     * @param handle {@code network:handle}, or the handle alone for any network
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when it can be no phone number
     */
    static Lookup of(String email, String phone, String handle) {
        StringJoiner condition = new StringJoiner(" or ");
        Map<String, Object> parameters = new TreeMap<>();
        if (email != null) {
            condition.add("(i.kind = EMAIL and i.value = :email)");
            parameters.put("email", EmailAddresses.normalize(email));
        }
        if (phone != null) {
            condition.add("(i.kind = PHONE and i.value = :phone)");
            parameters.put("phone", phoneNumber(phone));
        }
        if (handle != null) {
            condition.add("(i.kind = HANDLE and i.value = :bare)");
            parameters.put("bare", Identity.comparable(handle));
            int colon = handle.indexOf(':');
            if (colon > 0) {
                condition.add("(i.kind = HANDLE and i.network = :network and i.value = :handle)");
                parameters.put("network", handle.substring(0, colon).strip().toLowerCase(Locale.ROOT));
                parameters.put("handle", Identity.comparable(handle.substring(colon + 1)));
            }
        }
        return new Lookup(condition.toString(), ALL, parameters);
    }

    /** The same, only among those of an organisation, or whom an agent cares for; null for all. */
    Lookup among(UUID organization, UUID accountManager) {
        StringJoiner conditions = new StringJoiner(" and ");
        conditions.setEmptyValue(ALL);
        Map<String, Object> more = new TreeMap<>(parameters);
        if (organization != null) {
            conditions.add("c.written.organizationId = :organization");
            more.put("organization", organization);
        }
        if (accountManager != null) {
            conditions.add("c.written.accountManagerId = :accountManager");
            more.put("accountManager", accountManager);
        }
        return new Lookup(condition, conditions.toString(), more);
    }

    /** Whether no identity is asked for. */
    public boolean isForEverybody() {
        return condition.isEmpty();
    }

    private static String phoneNumber(String text) {
        String number = text.strip();
        return PhoneNumbers.normalize(number)
                .or(() -> PhoneNumbers.normalize("+" + number))
                .orElseThrow(() -> PlatformProblem.INVALID_PARAMETER.at(
                        "?phone", "Write the phone number with its country code, for example +49 30 901820."));
    }
}
