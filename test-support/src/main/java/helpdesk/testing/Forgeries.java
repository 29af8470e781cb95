package helpdesk.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * What is tried with tokens (RFC 8725, OWASP): each forgery is a genuine token with one thing changed. Where the claims are
 * changed the signature is right, so that nothing but the claim can be what is refused.
 */
public final class Forgeries {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FOREIGN_KIDS = List.of(
            "unknown",
            "",
            "../../../../dev/null",
            "/dev/null",
            "file:///etc/passwd",
            "' or '1'='1",
            "x'; drop table signing_key; --",
            "%00",
            "*",
            "a\u0000b",
            "k".repeat(2_000));

    private final PrivateKey key;
    private final RSAPublicKey publicKey;
    private final String kid;
    private final Map<String, Object> claims;
    private final KeyPair stranger = rsa();
    private final List<Forgery> forgeries = new ArrayList<>();

    private Forgeries(PrivateKey key, RSAPublicKey publicKey, String kid, Map<String, Object> claims) {
        this.key = key;
        this.publicKey = publicKey;
        this.kid = kid;
        this.claims = claims;
    }

    /**
     * All of them.
     *
     * @param key that genuine tokens are signed with, by RS256
     * @param kid its id
     * @param claims those of a token that is believed
     * @param role the claim that says what the bearer may do
     */
    public static List<Forgery> of(
            PrivateKey key, RSAPublicKey publicKey, String kid, Map<String, Object> claims, String role) {
        try {
            Forgeries all = new Forgeries(key, publicKey, kid, claims);
            all.addUnsigned();
            all.addOtherAlgorithms();
            all.addOtherKeys();
            all.addDamaged(role);
            all.addChangedClaims(role);
            all.addChangedHeaders();
            return List.copyOf(all.forgeries);
        } catch (JoseException | GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of the tokens that {@link Tokens} mints. */
    public static List<Forgery> ofTests(String kid) {
        return of(Tokens.privateKey(), Tokens.publicKey(), kid, claimsOf(Tokens.of("agent")), "groups");
    }

    /** A genuine token, to see that it is the change that is refused. */
    public static String genuine(PrivateKey key, String kid, Map<String, Object> claims) {
        try {
            return sign(key, "RS256", header(kid), JSON.writeValueAsString(claims));
        } catch (JoseException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a token in compact form. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> claimsOf(String token) {
        try {
            return JSON.readValue(text(Base64.getUrlDecoder().decode(token.split("\\.")[1])), LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a token: " + token, e);
        }
    }

    private void addUnsigned() throws JoseException, JsonProcessingException {
        String payload = encode(body());
        String signature = signed().split("\\.")[2];
        for (String algorithm : List.of("none", "None", "nOnE", "NONE", "")) {
            Map<String, Object> header = header(kid);
            header.put("alg", algorithm);
            String head = encode(JSON.writeValueAsString(header));
            add("alg '" + algorithm + "' without a signature", head + "." + payload + ".");
            add("alg '" + algorithm + "' with the signature", head + "." + payload + "." + signature);
        }
        add("no alg", encode("{\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}") + "." + payload + "." + signature);
        add("RS256 without a signature", encode("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}") + "." + payload + ".");
    }

    private void addOtherAlgorithms() throws JoseException, GeneralSecurityException, JsonProcessingException {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        secrets.put("as DER", publicKey.getEncoded());
        secrets.put("as PEM", bytes(pem()));
        secrets.put("as PEM without its last line break", bytes(pem().strip()));
        secrets.put("as a JWK", bytes(JsonWebKey.Factory.newJwk(publicKey).toJson()));
        secrets.put("as its modulus", publicKey.getModulus().toByteArray());
        secrets.put("nothing", new byte[1]);
        for (String algorithm : List.of("HS256", "HS384", "HS512")) {
            for (Map.Entry<String, byte[]> secret : secrets.entrySet()) {
                Key shared = new HmacKey(secret.getValue());
                add(
                        algorithm + " with the public key " + secret.getKey(),
                        sign(shared, algorithm, header(kid), body()));
            }
        }
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        String elliptic = sign(curve.generateKeyPair().getPrivate(), "ES256", header(kid), body());
        add("ES256 with a key of its own", elliptic);
        add("a signature by ES256 that says RS256", withHeader(elliptic, "RS256"));
        add("an empty signature by ES256", withHeader(signed(), "ES256").replaceAll("[^.]*$", encode(new byte[64])));
        for (String algorithm : List.of("RS384", "RS512", "PS256")) {
            add(algorithm + " with the right key", sign(key, algorithm, header(kid), body()));
        }
        JsonWebEncryption encrypted = new JsonWebEncryption();
        encrypted.setAlgorithmHeaderValue("RSA-OAEP-256");
        encrypted.setEncryptionMethodHeaderParameter("A256GCM");
        encrypted.setKeyIdHeaderValue(kid);
        encrypted.setKey(publicKey);
        encrypted.setPayload(body());
        add("encrypted to the public key, and signed by nobody", encrypted.getCompactSerialization());
    }

    private void addOtherKeys() throws JoseException, JsonProcessingException {
        add("another key under the same kid", sign(stranger.getPrivate(), "RS256", header(kid), body()));
        JsonWebKey own = JsonWebKey.Factory.newJwk(stranger.getPublic());
        own.setKeyId(kid);
        Map<String, Object> brought = new LinkedHashMap<>();
        brought.put("jwk", own.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        brought.put("jku", "http://localhost:1/keys.json");
        brought.put("x5u", "http://localhost:1/chain.pem");
        brought.put(
                "x5c",
                List.of(Base64.getEncoder().encodeToString(stranger.getPublic().getEncoded())));
        for (Map.Entry<String, Object> one : brought.entrySet()) {
            for (String id : List.of(kid, "brought")) {
                Map<String, Object> header = header(id);
                header.put(one.getKey(), one.getValue());
                add(
                        "another key that it brings by " + one.getKey() + ", kid " + id,
                        sign(stranger.getPrivate(), "RS256", header, body()));
            }
        }
        for (String foreign : FOREIGN_KIDS) {
            add(
                    "another key, kid "
                            + foreign.substring(0, Math.min(30, foreign.length()))
                                    .replace('\u0000', '0'),
                    sign(stranger.getPrivate(), "RS256", header(foreign), body()));
        }
        add(
                "the empty secret of /dev/null",
                sign(new HmacKey(new byte[1]), "HS256", header("../../../../dev/null"), body()));
        Map<String, Object> number = header(kid);
        number.put("kid", 1);
        add("a kid that is a number", sign(stranger.getPrivate(), "RS256", number, body()));
    }

    private void addDamaged(String role) throws JoseException, JsonProcessingException {
        String token = signed();
        String[] parts = token.split("\\.");
        add("without its end", token.substring(0, token.length() - 10));
        add("without its signature", parts[0] + "." + parts[1]);
        add("without a payload", parts[0] + ".." + parts[2]);
        add("with a fourth part", token + "." + parts[2]);
        add("half of it", token.substring(0, token.length() / 2));
        add("the header alone", parts[0]);
        add("nothing but dots", "..");
        add("no Base64", parts[0] + "." + parts[1] + ".!!!");
        add("no JSON", encode("header") + "." + encode("payload") + "." + parts[2]);
        add("a changed signature", parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA");
        add(
                "more roles",
                parts[0] + "." + encode(changed(role, List.of("admin", "supervisor", "agent", "integration"))) + "."
                        + parts[2]);
        add("a payload that is null", sign(key, "RS256", header(kid), "null"));
        add("a payload that is a list", sign(key, "RS256", header(kid), "[" + body() + "]"));
        add("no claims", sign(key, "RS256", header(kid), "{}"));
    }

    private void addChangedClaims(String role) throws JoseException, JsonProcessingException {
        long now = ((Number) claims.get("exp")).longValue() - 600;
        claim("expired", "exp", now - 3_600);
        claim("expired in 1970", "exp", 0);
        claim("expiring before the year 0", "exp", -1);
        claim("an exp that is a text", "exp", "never");
        claim("no exp", "exp", null);
        claim("not valid yet", "nbf", now + 3_600);
        claim("another issuer", "iss", "https://elsewhere.example.org");
        claim("a longer issuer", "iss", claims.get("iss") + ".example.org");
        claim("no issuer", "iss", null);
        claim("a list of issuers", "iss", List.of(claims.get("iss"), "https://elsewhere.example.org"));
        claim("another audience", "aud", "elsewhere");
        claim("no audience", "aud", null);
        claim("an empty audience", "aud", List.of());
        claim("no subject", "sub", null);
        String body = body();
        for (String name : List.of(role, "sub", "exp", "iss", "aud")) {
            String twice = body.substring(0, body.length() - 1) + ",\"" + name + "\":"
                    + JSON.writeValueAsString(claims.get(name)) + "}";
            add(name + " twice", sign(key, "RS256", header(kid), twice));
        }
    }

    private void addChangedHeaders() throws JoseException, JsonProcessingException {
        for (String type : List.of("logout+jwt", "dpop+jwt", "secevent+jwt", "JOSE", "text/html")) {
            Map<String, Object> header = header(kid);
            header.put("typ", type);
            add("typ " + type, sign(key, "RS256", header, body()));
        }
        Map<String, Object> critical = header(kid);
        critical.put("crit", List.of("urgency"));
        critical.put("urgency", "high");
        add("what is critical and not understood", sign(key, "RS256", critical, body()));
        String twice = "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}";
        String[] parts = signed().split("\\.");
        add("alg twice", encode(twice) + "." + parts[1] + "." + parts[2]);
    }

    private void claim(String what, String name, Object value) throws JoseException, JsonProcessingException {
        add(what, sign(key, "RS256", header(kid), changed(name, value)));
    }

    private String changed(String name, Object value) throws JsonProcessingException {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return JSON.writeValueAsString(changed);
    }

    private String body() throws JsonProcessingException {
        return JSON.writeValueAsString(claims);
    }

    private String signed() throws JoseException, JsonProcessingException {
        return sign(key, "RS256", header(kid), body());
    }

    private void add(String what, String token) {
        forgeries.add(new Forgery(what, token));
    }

    private static Map<String, Object> header(String kid) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("typ", "JWT");
        header.put("kid", kid);
        return header;
    }

    private static String sign(Key key, String algorithm, Map<String, Object> header, String payload)
            throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setDoKeyValidation(false);
        token.setAlgorithmHeaderValue(algorithm);
        header.forEach(token::setHeader);
        token.setPayload(payload);
        token.setKey(key);
        if (header.get("crit") instanceof List<?> critical) {
            token.setKnownCriticalHeaders(critical.toArray(String[]::new));
        }
        return token.getCompactSerialization();
    }

    /** The same with another algorithm in its header. */
    private static String withHeader(String token, String algorithm) {
        int dot = token.indexOf('.');
        String header = text(Base64.getUrlDecoder().decode(token.substring(0, dot)));
        return encode(header.replaceFirst("\"alg\":\"[^\"]*\"", "\"alg\":\"" + algorithm + "\""))
                + token.substring(dot);
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String encode(String text) {
        return encode(bytes(text));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
