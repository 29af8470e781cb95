package helpdesk.customer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a profile says, apart from its identities: those move by themselves.
 *
 * @param details without mail addresses, phone numbers and handles
 */
public record ProfileState(CustomerDetails details, List<Consent> consents) {

    private static final int MOST_FIELDS = 50;

    /** Together with another profile of the same person: what is said here counts, what is not said here is said there. */
    public ProfileState with(ProfileState other) {
        CustomerDetails here = details;
        CustomerDetails there = other.details;
        return new ProfileState(
                new CustomerDetails(
                        here.name(),
                        either(here.preferredName(), there.preferredName()),
                        either(here.pronunciation(), there.pronunciation()),
                        List.of(),
                        List.of(),
                        List.of(),
                        languages(here.languages(), there.languages()),
                        either(here.timeZone(), there.timeZone()),
                        either(here.birthday(), there.birthday()),
                        either(here.cultureNotes(), there.cultureNotes()),
                        either(here.accessibilityNeeds(), there.accessibilityNeeds()),
                        either(here.organizationId(), there.organizationId()),
                        either(here.accountManagerId(), there.accountManagerId()),
                        either(here.preferredChannel(), there.preferredChannel()),
                        here.doNotContact() || there.doNotContact(),
                        fields(here.customFields(), there.customFields())),
                inOrder(consents, other.consents));
    }

    /** What is left when a merge is taken back: what it brought goes, what was said since then stays. */
    public ProfileState without(ProfileState former, ProfileState merged) {
        CustomerDetails was = former.details;
        CustomerDetails became = merged.details;
        return new ProfileState(
                new CustomerDetails(
                        back(was.name(), became.name(), details.name()),
                        back(was.preferredName(), became.preferredName(), details.preferredName()),
                        back(was.pronunciation(), became.pronunciation(), details.pronunciation()),
                        List.of(),
                        List.of(),
                        List.of(),
                        languagesBack(was.languages(), became.languages(), details.languages()),
                        back(was.timeZone(), became.timeZone(), details.timeZone()),
                        back(was.birthday(), became.birthday(), details.birthday()),
                        back(was.cultureNotes(), became.cultureNotes(), details.cultureNotes()),
                        back(was.accessibilityNeeds(), became.accessibilityNeeds(), details.accessibilityNeeds()),
                        back(was.organizationId(), became.organizationId(), details.organizationId()),
                        back(was.accountManagerId(), became.accountManagerId(), details.accountManagerId()),
                        back(was.preferredChannel(), became.preferredChannel(), details.preferredChannel()),
                        back(was.doNotContact(), became.doNotContact(), details.doNotContact()),
                        fieldsBack(was.customFields(), became.customFields(), details.customFields())),
                consentsBack(former.consents, merged.consents, consents));
    }

    private static <T> T either(T here, T there) {
        return here == null ? there : here;
    }

    private static <T> T back(T was, T became, T is) {
        return Objects.equals(is, became) ? was : is;
    }

    private static List<String> languages(List<String> here, List<String> there) {
        Set<String> all = new LinkedHashSet<>(here);
        all.addAll(there);
        return all.stream().limit(CustomerDetails.MOST_LANGUAGES).toList();
    }

    /** Those that the merge brought go. */
    private static List<String> languagesBack(List<String> was, List<String> became, List<String> is) {
        List<String> left = new ArrayList<>(is);
        left.removeIf(language -> became.contains(language) && !was.contains(language));
        return left;
    }

    /** What the merge brought goes, what it took the place of comes back; a later word counts all the same. */
    private static List<Consent> consentsBack(List<Consent> was, List<Consent> became, List<Consent> is) {
        List<Consent> left = new ArrayList<>(is);
        left.removeIf(said -> became.contains(said) && !was.contains(said));
        List<Consent> back = was.stream().filter(said -> !became.contains(said)).toList();
        return inOrder(back, left);
    }

    private static Map<String, JsonNode> fields(Map<String, JsonNode> here, Map<String, JsonNode> there) {
        Map<String, JsonNode> all = new TreeMap<>(here);
        there.forEach((name, value) -> {
            if (all.size() < MOST_FIELDS) {
                all.putIfAbsent(name, value);
            }
        });
        return all;
    }

    private static Map<String, JsonNode> fieldsBack(
            Map<String, JsonNode> was, Map<String, JsonNode> became, Map<String, JsonNode> is) {
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        Map<String, JsonNode> left = new TreeMap<>();
        for (String name : names) {
            JsonNode value = back(was.get(name), became.get(name), is.get(name));
            if (value != null) {
                left.put(name, value);
            }
        }
        return left;
    }

    /** It is one person who said all of it: the last word counts, in whichever profile it was taken down. */
    private static List<Consent> inOrder(List<Consent> here, List<Consent> there) {
        List<Consent> all = new ArrayList<>();
        Stream.concat(here.stream(), there.stream())
                .sorted(Comparator.comparing(Consent::since))
                .forEach(said -> {
                    all.removeIf(said::replaces);
                    all.add(said);
                });
        all.sort(Consent.ORDER);
        return List.copyOf(all);
    }
}
