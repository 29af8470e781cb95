package helpdesk.notification.template;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** What a coupon is worth. */
public sealed interface CouponWorth {

    /** As it is said in the language. */
    String inWords(Locale language);

    /** With the digits that dates and codes have, too. */
    private static Locale latin(Locale language) {
        return new Locale.Builder()
                .setLocale(language)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }

    /** So much off. */
    record Percent(int percent) implements CouponWorth {
        @Override
        public String inWords(Locale language) {
            return NumberFormat.getPercentInstance(latin(language)).format(percent / 100.0);
        }
    }

    /** Money. */
    record Amount(BigDecimal amount, Currency currency) implements CouponWorth {
        @Override
        public String inWords(Locale language) {
            NumberFormat format = NumberFormat.getCurrencyInstance(latin(language));
            format.setCurrency(currency);
            format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
            format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
            return format.format(amount);
        }
    }

    /** What somebody here wrote. */
    record Words(String text) implements CouponWorth {
        @Override
        public String inWords(Locale language) {
            return text;
        }
    }
}
