package helpdesk.gateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Public RSA keys as JWKs (RFC 7517). */
final class PublicJwk {

    private PublicJwk() {}

    static Map<String, Object> of(String kid, RSAPublicKey key) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("kid", kid);
        jwk.put("n", text(key.getModulus()));
        jwk.put("e", text(key.getPublicExponent()));
        return jwk;
    }

    static PublicKey read(ObjectMapper json, String jwk) {
        try {
            Map<?, ?> members = json.readValue(jwk, Map.class);
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(members.get("n")), number(members.get("e"))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored signing key is no RSA key", e);
        }
    }

    /** RFC 7518, section 2: unsigned, big-endian, as short as can be. */
    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static BigInteger number(Object text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode((String) text));
    }
}
