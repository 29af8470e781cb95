package helpdesk.notification.booking;

import helpdesk.platform.contact.PhoneNumbers;
import helpdesk.platform.page.Phrases;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a browser sends.
 *
 * @param slot the start of the chosen time; null when none was chosen
 */
record SentForm(String deed, Instant slot, String zone, String name, String phone, String reason) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_REASON = 2000;

    static SentForm of(MultivaluedMap<String, String> fields) {
        String slot = text(fields, "slot");
        String zone = text(fields, "zone");
        return new SentForm(
                text(fields, "deed"),
                slot.matches("[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(slot)) : null,
                PageQuery.isZone(zone) ? zone : null,
                text(fields, "name").replace('\n', ' ').replace('\t', ' '),
                text(fields, "phone"),
                text(fields, "reason"));
    }

    /** What is wrong with it. */
    List<PageFault> faults(Phrases words) {
        List<PageFault> faults = new ArrayList<>();
        if (slot == null) {
            faults.add(new PageFault("slot", words.get("fault.time")));
        }
        if (deed.equals("move")) {
            return faults;
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add(new PageFault("name", words.get("fault.name")));
        }
        if (phone.length() > LONGEST_PHONE || PhoneNumbers.normalize(phone).isEmpty()) {
            faults.add(new PageFault("phone", words.get("fault.phone")));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            faults.add(new PageFault("reason", words.get("fault.reason")));
        }
        return faults;
    }

    /** What a field holds, without what no keyboard writes. */
    private static String text(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null
                ? ""
                : value.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }
}
