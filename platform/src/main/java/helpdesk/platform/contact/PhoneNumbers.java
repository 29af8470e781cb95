package helpdesk.platform.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers in E.164, the one form in which they are stored and compared. */
public final class PhoneNumbers {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    /** No default country: a number is written with its country code. */
    private static final String NO_REGION = "ZZ";

    private PhoneNumbers() {}

    /** The number in E.164, however it was spaced or bracketed; empty when it can be no phone number. */
    public static Optional<String> normalize(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, NO_REGION);
            String written = numbers.format(number, PhoneNumberFormat.E164);
            // Some countries' plans allow more digits than the standard.
            return numbers.isPossibleNumber(number) && E164.matcher(written).matches()
                    ? Optional.of(written)
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
