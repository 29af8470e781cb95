package helpdesk.platform.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Phone numbers in E.164, the one form in which they are stored and compared. */
public final class PhoneNumbers {

    /** No default country: a number is written with its country code. */
    private static final String NO_REGION = "ZZ";

    private PhoneNumbers() {}

    /** The number in E.164, however it was spaced or bracketed; empty when it can be no phone number. */
    public static Optional<String> normalize(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, NO_REGION);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
