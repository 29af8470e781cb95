package helpdesk.local.load;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** Rows in the text form that PostgreSQL's {@code COPY} reads. The space is used again for the next batch. */
final class CopyBuffer {

    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long MICROS_OF_SECOND = 1_000_000L;
    private static final long MICROS_OF_DAY = 86_400 * MICROS_OF_SECOND;

    /** What one value of fixed size takes at most. */
    private static final int ROOM = 40;

    private static final char FIRST_ACCENTED = 'À';
    private static final char LAST_ACCENTED = 'ɏ';
    private static final char[] PLAIN = plainLetters();

    private byte[] bytes = new byte[64 * 1024];
    private int length;

    private long lastDay = Long.MIN_VALUE;
    private String lastDate;

    /** A text, null for none. */
    CopyBuffer value(CharSequence text) {
        if (text == null) {
            return none();
        }
        append(text);
        return end();
    }

    CopyBuffer value(long number) {
        append(number);
        return end();
    }

    CopyBuffer value(boolean truth) {
        put(truth ? 't' : 'f');
        return end();
    }

    /** An id, null for none. */
    CopyBuffer value(UUID id) {
        if (id == null) {
            return none();
        }
        ensure(ROOM);
        hexadecimal(id.getMostSignificantBits(), 60, 8);
        bytes[length++] = '-';
        hexadecimal(id.getMostSignificantBits(), 28, 4);
        bytes[length++] = '-';
        hexadecimal(id.getMostSignificantBits(), 12, 4);
        bytes[length++] = '-';
        hexadecimal(id.getLeastSignificantBits(), 60, 4);
        bytes[length++] = '-';
        hexadecimal(id.getLeastSignificantBits(), 44, 12);
        return end();
    }

    /** @param micros since 1970; 0 for no time */
    CopyBuffer time(long micros) {
        if (micros == 0) {
            return none();
        }
        ensure(ROOM);
        long day = micros / MICROS_OF_DAY;
        if (day != lastDay) {
            lastDay = day;
            lastDate = LocalDate.ofEpochDay(day) + " ";
        }
        append(lastDate);
        long rest = micros % MICROS_OF_DAY;
        int second = (int) (rest / MICROS_OF_SECOND);
        digits(second / 3600, 2);
        bytes[length++] = ':';
        digits(second / 60 % 60, 2);
        bytes[length++] = ':';
        digits(second % 60, 2);
        bytes[length++] = '.';
        digits((int) (rest % MICROS_OF_SECOND), 6);
        append("+00");
        return end();
    }

    CopyBuffer none() {
        put('\\');
        put('N');
        return end();
    }

    /** Ends a value that was appended piece by piece. */
    CopyBuffer end() {
        put('\t');
        return this;
    }

    void endRow() {
        bytes[length - 1] = '\n';
    }

    void append(CharSequence text) {
        ensure(text.length() * 3);
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (Character.isHighSurrogate(letter) && index + 1 < text.length()) {
                supplementary(Character.toCodePoint(letter, text.charAt(++index)));
            } else {
                letter(letter);
            }
        }
    }

    /**
     * Appends letters in lower case, Latin ones without their accents.
     *
     * @return the hash code of what was appended, as that of a string
     */
    int appendFolded(CharSequence text, int begin, int end) {
        ensure((end - begin) * 6);
        int hash = 0;
        for (int index = begin; index < end; index++) {
            char lower = Character.toLowerCase(text.charAt(index));
            if (lower == 'ß') {
                letter('s');
                letter('s');
                hash = 31 * (31 * hash + 's') + 's';
            } else {
                char plain = lower >= FIRST_ACCENTED && lower <= LAST_ACCENTED ? PLAIN[lower - FIRST_ACCENTED] : lower;
                letter(plain);
                hash = 31 * hash + plain;
            }
        }
        return hash;
    }

    private static char[] plainLetters() {
        char[] plain = new char[LAST_ACCENTED - FIRST_ACCENTED + 1];
        for (char accented = FIRST_ACCENTED; accented <= LAST_ACCENTED; accented++) {
            plain[accented - FIRST_ACCENTED] = Normalizer.normalize(String.valueOf(accented), Normalizer.Form.NFD)
                    .charAt(0);
        }
        return plain;
    }

    void append(long number) {
        ensure(ROOM);
        if (number < 0) {
            bytes[length++] = '-';
        }
        int count = 1;
        for (long rest = number / 10; rest != 0; rest /= 10) {
            count++;
        }
        long rest = number;
        for (int place = length + count - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + Math.abs(rest % 10));
            rest /= 10;
        }
        length += count;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    private void letter(char letter) {
        if (letter >= 0x800) {
            bytes[length++] = (byte) (0xE0 | letter >> 12);
            bytes[length++] = (byte) (0x80 | letter >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | letter & 0x3F);
        } else if (letter >= 0x80) {
            bytes[length++] = (byte) (0xC0 | letter >> 6);
            bytes[length++] = (byte) (0x80 | letter & 0x3F);
        } else {
            switch (letter) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> bytes[length++] = (byte) letter;
            }
        }
    }

    private void supplementary(int point) {
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | point & 0x3F);
    }

    private void escaped(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    private void put(char letter) {
        ensure(1);
        bytes[length++] = (byte) letter;
    }

    private void hexadecimal(long bits, int firstShift, int count) {
        for (int shift = firstShift; shift > firstShift - 4 * count; shift -= 4) {
            bytes[length++] = HEXADECIMAL[(int) (bits >>> shift) & 0xF];
        }
    }

    private void digits(int number, int count) {
        int rest = number;
        for (int place = length + count - 1; place >= length; place--) {
            bytes[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void ensure(int room) {
        if (bytes.length - length < room) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + bytes.length / 2, length + room));
        }
    }
}
