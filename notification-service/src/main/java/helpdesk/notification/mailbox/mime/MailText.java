package helpdesk.notification.mailbox.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes texts of bytes, and takes out of them what no database and no reader can hold. */
public final class MailText {

    private static final char UNREADABLE = '\ufffd';
    private static final Charset USUAL = Charset.forName("windows-1252");

    /** As mail programs call them, beside what Java knows. */
    private static final Map<String, String> NAMES = Map.of(
            "unicode-1-1-utf-8", "UTF-8",
            "utf8mb4", "UTF-8",
            "iso-8859-8-i", "ISO-8859-8",
            "iso-8859-8-e", "ISO-8859-8",
            "ks_c_5601-1987", "MS949",
            "gb2312", "GB18030",
            "x-gbk", "GB18030",
            "ansi", "windows-1252",
            "cp-850", "IBM850");

    /** What is taken for ASCII or Latin 1 is Windows' own set nearly always, and contains both. */
    private static final Pattern WESTERN = Pattern.compile("us-ascii|ascii|iso-?8859-1|latin-?1|ansi_x3.*");

    private static final Pattern MANY_BLANK_LINES = Pattern.compile("\n{4,}");

    private MailText() {}

    /** The charset with this name; empty when there is none. */
    static Optional<Charset> charset(String name) {
        if (name == null) {
            return Optional.empty();
        }
        String plain = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || WESTERN.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(NAMES.getOrDefault(plain, plain)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The bytes in the charset that is named; what names none, or one that nobody knows, is UTF-8 if it can be. */
    public static String decode(byte[] bytes, String charsetName) {
        return charset(charsetName)
                .map(charset -> new String(bytes, charset))
                .filter(text -> !isWrong(text))
                .orElseGet(() -> guess(bytes));
    }

    /** Where nothing beyond ASCII could be read, it was written in another charset than the one that is named. */
    private static boolean isWrong(String text) {
        return text.indexOf(UNREADABLE) >= 0
                && text.chars().noneMatch(character -> character >= 0x80 && character != UNREADABLE);
    }

    /** A header as the library hands it out, with a character for each byte: as the text that the bytes are. */
    static String ofBytes(String latin) {
        boolean plain = latin.chars().allMatch(character -> character < 0x80);
        boolean readAlready = latin.chars().anyMatch(character -> character > 0xff);
        return plain || readAlready ? latin : guess(latin.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String guess(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, USUAL);
        }
    }

    /** A text of several lines: without control characters and half characters, and with no more blank lines than one needs. */
    public static String lines(String text, int longest) {
        String unix =
                cut(text, longest).replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ');
        StringBuilder kept = new StringBuilder(unix.length());
        unix.codePoints()
                .filter(character -> character == '\n' || character == '\t' || isKept(character))
                .forEach(kept::appendCodePoint);
        String trimmed = kept.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return MANY_BLANK_LINES.matcher(trimmed).replaceAll("\n\n\n").strip();
    }

    /** A text on one line; empty when nothing can be seen of it. */
    public static String line(String text, int longest) {
        StringBuilder kept = new StringBuilder();
        cut(text, longest * 4)
                .codePoints()
                .map(character ->
                        Character.isWhitespace(character) || Character.isSpaceChar(character) ? ' ' : character)
                .filter(MailText::isKept)
                .forEach(kept::appendCodePoint);
        String line = kept.toString().replaceAll(" {2,}", " ").strip();
        boolean visible = line.codePoints()
                .anyMatch(character -> character != ' ' && Character.getType(character) != Character.FORMAT);
        return visible ? cut(line, longest).strip() : "";
    }

    /** As much of the text as fits; never half of a character. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static boolean isKept(int character) {
        int type = Character.getType(character);
        return type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && !Character.isISOControl(character)
                && character != 0xfeff;
    }
}
