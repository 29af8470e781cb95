package helpdesk.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.TemplateException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name.length}",
                "{name.toUpperCase()}",
                "{name.getClass.forName('java.lang.Runtime')}",
                "{inject:engine}",
                "{cdi:postbox.post}",
                "{vertx:request}",
                "{config:'quarkus.datasource.password'}",
                "{str:eval('{name}')}",
                "{name ?: 'you'}",
                "{name??}",
                "{name or 'you'}",
                "{name.raw}",
                "{name.safe}",
                "{_name}",
                "{ name }",
                "{name }",
                "{1}",
                "{'text'}",
                "{name[0]}",
                "{!name!}",
                "{! a comment !}",
                "{|{name}|}",
                "{@java.lang.String name}",
                "\\{name}",
                "{#include messages/reply/en.txt /}",
                "{#insert /}",
                "{#fragment id=x}a{/fragment}",
                "{#let x=name}{x}{/let}",
                "{#for i in 1000000000}a{/for}",
                "{#each name}a{/each}",
                "{#with name}{this}{/with}",
                "{#when name}{#is 1}a{/when}",
                "{#eval name /}",
                "{#cached}a{/cached}",
                "{#if !name}a{/if}",
                "{#if name && link}a{/if}",
                "{#if name == 'x'}a{/if}",
                "{#if name.empty}a{/if}",
                "{#if (name)}a{/if}",
                "{#if name}a{/}",
                "{#if name}a{#elseif link}b{/if}",
                "{#if}a{/if}",
                "{#if name}a",
                "a{/if}",
                "{#else}",
                "{#if name}{#else}{#else}{/if}",
                "{#if name}{#else}{#else if link}{/if}",
                "{name",
                "name}",
                "{",
                "}",
                "{}",
                "{{name}}",
                "{\nname}",
                "{na\u0000me}",
                "{nаme}"
            })
    void nothing_but_names_and_plain_sections_is_taken(String nasty) {
        assertThatThrownBy(() -> TemplateText.of("Hello " + nasty))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageStartingWith("Line ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name.length}",
                "{name.toUpperCase}",
                "{name.getClass}",
                "{name.bytes.length}",
                "{inject:engine}",
                "{cdi:postbox}",
                "{str:eval(name)}",
                "{name ?: 'you'}",
                "{name.or('you')}",
                "{#include messages/reply/en.txt /}",
                "{#for i in 3}a{/for}",
                "{#let x=name}{x}{/let}",
                "{#eval name /}"
            })
    void the_engine_itself_knows_nothing_else_either(String nasty) {
        TemplateText unseen = new TemplateText(nasty, Set.of(), Set.of());

        assertThatThrownBy(() -> OwnWords.of(1, unseen, unseen).tell("en", Map.of("name", "Amara")))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void what_would_take_long_is_refused() {
        String deep = "{#if name}".repeat(6) + "a" + "{/if}".repeat(6);
        String many = "{name}".repeat(201);

        assertThatThrownBy(() -> TemplateText.of(deep)).hasMessageContaining("5 deep");
        assertThatThrownBy(() -> TemplateText.of(many)).hasMessageContaining("200");
        assertThatThrownBy(() -> TemplateText.of("{".repeat(10_000))).isInstanceOf(BrokenTemplateException.class);
    }

    @Test
    void the_line_of_a_fault_is_told() {
        assertThatThrownBy(() -> TemplateText.of("One\nTwo\n{three.four}")).hasMessageStartingWith("Line 3: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{link}|true",
                "{#if name}{link}{/if}|false",
                "{#if name}{link}{#else}Go to {link}{/if}|true",
                "{#if name}{link}{#else if number}{link}{/if}|false",
                "{#if name}{link}{#else if number}{#else}{link}{/if}|false",
                "{#if name}{link}{#else if number}{link}{#else}{link}{/if}|true",
                "{#if name}{#if number}{link}{#else}{link}{/if}{#else}{link}{/if}|true",
                "{#if name}{#if number}{link}{/if}{#else}{link}{/if}|false",
                "{#if link}a{/if}|false"
            })
    void it_is_known_what_is_told_in_any_case(String text, boolean certain) throws BrokenTemplateException {
        assertThat(TemplateText.of(text).certain().contains("link")).isEqualTo(certain);
        assertThat(TemplateText.of(text).placeholders()).contains("link");
    }

    @Test
    void values_are_text_and_no_template() throws BrokenTemplateException {
        OwnWords words = OwnWords.of(1, TemplateText.of("For {name}"), TemplateText.of("{#if name}{name}{/if} {link}"));

        Optional<Text> text = words.tell("en", Map.of("name", "{link} {#if} <b>", "link", "x"));

        assertThat(text).contains(new Text("en", "For {link} {#if} <b>", "{link} {#if} <b> x"));
    }

    @Test
    void what_comes_out_empty_or_too_long_is_not_told() throws BrokenTemplateException {
        TemplateText only = TemplateText.of("{#if name}{name}{/if}");
        TemplateText often = TemplateText.of("{name}".repeat(100));

        assertThat(OwnWords.of(1, only, only).tell("en", Map.of("name", ""))).isEmpty();
        assertThat(OwnWords.of(1, often, only).tell("en", Map.of("name", "x".repeat(10))))
                .isEmpty();
        assertThat(OwnWords.of(1, only, often).tell("en", Map.of("name", "x".repeat(300))))
                .isEmpty();
    }
}
