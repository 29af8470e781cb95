-- The survey that goes out until another one replaces it. Here, and not in code that runs at the start, because the
-- migration runs once, whatever the number of replicas, and before any ticket is read.
insert into survey
    (id, version, state, is_default, name, default_language, questions, created_at, updated_at, published_at)
values ('01a05bf9-e960-7793-9462-212b2be0c133', 0, 'PUBLISHED', true, 'Did we help?', 'en', '[
  {
    "key": "rating",
    "kind": "rating10",
    "required": true,
    "text": {
      "en": "How satisfied are you with our help, from 1 (not at all) to 10 (fully)?",
      "de": "Wie zufrieden sind Sie mit unserer Hilfe, von 1 (gar nicht) bis 10 (vollkommen)?",
      "fr": "Êtes-vous satisfait de notre aide, de 1 (pas du tout) à 10 (entièrement) ?",
      "es": "¿Qué tan satisfecho está con nuestra ayuda, de 1 (nada) a 10 (totalmente)?",
      "pt": "Está satisfeito com a nossa ajuda, de 1 (nada) a 10 (totalmente)?",
      "ru": "Насколько вы довольны нашей помощью: от 1 (совсем нет) до 10 (полностью)?",
      "kk": "Көмегімізге қаншалықты ризасыз: 1 (мүлде риза емеспін) мен 10 (толық ризамын) аралығында?",
      "hi": "आप हमारी सहायता से कितने संतुष्ट हैं, 1 (बिल्कुल नहीं) से 10 (पूरी तरह) तक?",
      "bn": "আমাদের সাহায্যে আপনি কতটা সন্তুষ্ট, ১ (একেবারেই না) থেকে ১০ (সম্পূর্ণ)?",
      "ta": "எங்கள் உதவியில் உங்களுக்கு எவ்வளவு திருப்தி, 1 (சிறிதும் இல்லை) முதல் 10 (முழுமையாக) வரை?"
    }
  },
  {
    "key": "solved",
    "kind": "yesNo",
    "required": false,
    "text": {
      "en": "Is your request solved? Please tell us why or why not.",
      "de": "Ist Ihr Anliegen gelöst? Bitte sagen Sie uns, warum oder warum nicht.",
      "fr": "Votre demande est-elle résolue ? Dites-nous pourquoi, ou pourquoi pas.",
      "es": "¿Está resuelta su solicitud? Díganos por qué sí o por qué no.",
      "pt": "O seu pedido está resolvido? Diga-nos porquê ou porque não.",
      "ru": "Решён ли ваш вопрос? Расскажите, пожалуйста, почему да или почему нет.",
      "kk": "Өтінішіңіз шешілді ме? Неге шешілгенін немесе шешілмегенін айтыңызшы.",
      "hi": "क्या आपका अनुरोध हल हो गया? कृपया बताइए, क्यों या क्यों नहीं।",
      "bn": "আপনার অনুরোধের সমাধান হয়েছে কি? কেন বা কেন নয়, আমাদের জানান।",
      "ta": "உங்கள் கோரிக்கை தீர்ந்ததா? ஏன் அல்லது ஏன் இல்லை என்று சொல்லுங்கள்."
    }
  },
  {
    "key": "improve",
    "kind": "improvement",
    "required": false,
    "text": {
      "en": "What should we do better?",
      "de": "Was sollen wir besser machen?",
      "fr": "Que devrions-nous améliorer ?",
      "es": "¿Qué deberíamos hacer mejor?",
      "pt": "O que devemos fazer melhor?",
      "ru": "Что нам следует делать лучше?",
      "kk": "Нені жақсартуымыз керек?",
      "hi": "हमें क्या बेहतर करना चाहिए?",
      "bn": "আমাদের কী আরও ভালো করা উচিত?",
      "ta": "நாங்கள் எதை மேம்படுத்த வேண்டும்?"
    }
  }
]', now(), now(), now());
