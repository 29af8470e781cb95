package helpdesk.customer.duplicate;

import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.Identity;
import helpdesk.customer.profile.IdentityKind;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * What a profile is compared by.
 *
 * @param name the words of the name in lower case and alphabetical order, without accents
 * @param mails the letters before the at signs
 */
record Likeness(UUID customerId, String name, Set<String> mails, Set<String> handles, LocalDate birthday) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /** Names as like as “Jon Smith” and “John Smith”, and not as “Jon Smith” and “Joan Smythe”. */
    private static final double ALIKE = 0.93;

    private static final int SHORTEST = 5;
    private static final int LONGEST_KEY = 400;

    /** Addresses of many people. */
    private static final Set<String> FUNCTIONS = Set.of(
            "accounting",
            "accounts",
            "admin",
            "buchhaltung",
            "contact",
            "einkauf",
            "enquiries",
            "hello",
            "helpdesk",
            "info",
            "infos",
            "kontakt",
            "mailbox",
            "marketing",
            "noreply",
            "office",
            "orders",
            "postmaster",
            "purchasing",
            "reception",
            "sales",
            "secretary",
            "service",
            "support",
            "vertrieb",
            "webmaster");

    static Likeness of(Customer customer) {
        return new Likeness(
                customer.id(),
                words(customer.name()),
                identities(customer, IdentityKind.EMAIL)
                        .map(identity -> letters(
                                identity.value().substring(0, identity.value().lastIndexOf('@'))))
                        .filter(Likeness::isTelling)
                        .collect(Collectors.toCollection(TreeSet::new)),
                identities(customer, IdentityKind.HANDLE)
                        .map(Identity::value)
                        .filter(Likeness::isTelling)
                        .collect(Collectors.toCollection(TreeSet::new)),
                customer.birthday());
    }

    /** Only profiles that share one of these are compared. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        if (name.indexOf(' ') > 0) {
            keys.add("name " + name);
        }
        mails.forEach(mail -> keys.add("mail " + mail));
        handles.forEach(handle -> keys.add("handle " + handle));
        return keys.stream().map(Likeness::shortened).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Why both may be of one person; empty when nothing much speaks for it, or something against it. */
    Set<DuplicateReason> comparedWith(Likeness other) {
        Set<DuplicateReason> reasons = EnumSet.noneOf(DuplicateReason.class);
        if (SIMILARITY.apply(name, other.name) >= ALIKE) {
            reasons.add(DuplicateReason.SIMILAR_NAME);
        }
        if (!Collections.disjoint(mails, other.mails)) {
            reasons.add(DuplicateReason.SIMILAR_EMAIL);
        }
        if (!Collections.disjoint(handles, other.handles)) {
            reasons.add(DuplicateReason.SAME_HANDLE);
        }
        if (birthday != null && other.birthday != null) {
            if (!birthday.equals(other.birthday)) {
                return Set.of();
            }
            reasons.add(DuplicateReason.SAME_BIRTHDAY);
        }
        return reasons.size() < 2 ? Set.of() : reasons;
    }

    /** Some signs become many when they are made plain. */
    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
    }

    private static Stream<Identity> identities(Customer customer, IdentityKind kind) {
        return customer.identities().stream().filter(identity -> identity.kind() == kind);
    }

    private static boolean isTelling(String text) {
        return text.length() >= SHORTEST && !FUNCTIONS.contains(text);
    }

    private static String words(String name) {
        return Arrays.stream(NO_WORDS.split(plain(name)))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(plain(text)).replaceAll("");
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
