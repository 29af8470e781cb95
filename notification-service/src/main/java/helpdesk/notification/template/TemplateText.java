package helpdesk.notification.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of one's own, looked through before anything is done with them. In braces there are names, and sections that depend on
 * whether a name has a value: {@code {name}}, {@code {#if name}}, {@code {#else if name}}, {@code {#else}}, {@code {/if}}. Everything else
 * that the engine of the built-in words knows is refused: expressions, calls, loops, includes, comments, escapes.
 *
 * @param placeholders all names in it
 * @param certain those that are told whatever else is known
 */
record TemplateText(String source, Set<String> placeholders, Set<String> certain) {

    private static final int DEEPEST = 5;
    private static final int MOST_TAGS = 200;

    private static final Pattern TAG = Pattern.compile("\\{(?:(?<name>[A-Za-z][A-Za-z0-9]{0,39})"
            + "|#if (?<if>[A-Za-z][A-Za-z0-9]{0,39})"
            + "|#else if (?<elseIf>[A-Za-z][A-Za-z0-9]{0,39})"
            + "|(?<else>#else)|(?<end>/if))}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    /**
     * Reads the words.
     *
     * @throws BrokenTemplateException when they are broken, or have something in braces that is neither a name nor a section
     */
    static TemplateText of(String source) throws BrokenTemplateException {
        Reader reader = new Reader(source);
        reader.read();
        return new TemplateText(
                source, reader.placeholders, reader.open.getFirst().certain());
    }

    /** One pass through the words. */
    private static final class Reader {

        private final String source;
        private final Set<String> placeholders = new LinkedHashSet<>();
        private final Deque<Section> open = new ArrayDeque<>();

        private Reader(String source) {
            this.source = source;
            open.push(new Section(true));
        }

        private void read() throws BrokenTemplateException {
            Matcher brace = BRACE.matcher(source);
            Matcher tag = TAG.matcher(source);
            int at = 0;
            for (int tags = 0; brace.find(at); tags++) {
                at = brace.start();
                if (!tag.region(at, source.length()).lookingAt() || at > 0 && source.charAt(at - 1) == '\\') {
                    throw broken(at, "Braces are for placeholders such as {link}, and for {#if name}…{#else}…{/if}.");
                }
                if (tags == MOST_TAGS) {
                    throw broken(at, "There are at most " + MOST_TAGS + " placeholders and parts of sections.");
                }
                take(tag, at);
                at = tag.end();
            }
            if (open.size() > 1) {
                throw broken(source.length(), "Close each {#if …} with {/if}.");
            }
        }

        private void take(Matcher tag, int at) throws BrokenTemplateException {
            if (tag.group("name") != null) {
                placeholders.add(tag.group("name"));
                open.element().tell(tag.group("name"));
            } else if (tag.group("if") != null) {
                placeholders.add(tag.group("if"));
                open.push(new Section(false));
                if (open.size() > DEEPEST + 1) {
                    throw broken(at, "Sections are at most " + DEEPEST + " deep.");
                }
            } else if (tag.group("elseIf") != null) {
                placeholders.add(tag.group("elseIf"));
                section(at).branch(false);
            } else if (tag.group("else") != null) {
                section(at).branch(true);
            } else {
                Set<String> certain = section(at).certain();
                open.pop();
                certain.forEach(open.element()::tell);
            }
        }

        /** The innermost section that is open. */
        private Section section(int at) throws BrokenTemplateException {
            boolean after = source.startsWith("{#else", at) && open.element().closing;
            if (open.size() == 1 || after) {
                throw broken(at, "Each {#else …} and {/if} belongs to an {#if …} before it, and {#else} comes last.");
            }
            return open.element();
        }

        private BrokenTemplateException broken(int at, String sentence) {
            long line = 1
                    + source.substring(0, at)
                            .chars()
                            .filter(unit -> unit == '\n')
                            .count();
            return new BrokenTemplateException("Line " + line + ": " + sentence);
        }
    }

    /** What a section tells in each of its branches. */
    private static final class Section {

        private Set<String> branch = new HashSet<>();
        private Set<String> inFormer;

        /** Whether one of its branches is told in any case: there is a last one, or it is all there is. */
        private boolean closing;

        private Section(boolean closing) {
            this.closing = closing;
        }

        private void tell(String name) {
            branch.add(name);
        }

        private void branch(boolean last) {
            inFormer = inAll();
            branch = new HashSet<>();
            closing = last;
        }

        private Set<String> certain() {
            return closing ? inAll() : Set.of();
        }

        private Set<String> inAll() {
            Set<String> all = new HashSet<>(branch);
            if (inFormer != null) {
                all.retainAll(inFormer);
            }
            return all;
        }
    }
}
