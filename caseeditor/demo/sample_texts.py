"""Texts of fictitious customers, and notes of fictitious agents."""

from typing import NamedTuple


class Topic(NamedTuple):
    """A topic of a case; `{order}` is replaced by an order number."""

    subject: str
    message: str
    note: str
    tags: tuple[str, ...]


TOPICS: dict[str, tuple[Topic, ...]] = {
    "es": (
        Topic(
            "Mi pedido {order} no llegó",
            "Hola, el pedido {order} tenía que llegar el martes y todavía no sé nada.",
            "El correo lo tiene desde el lunes en la planta de Avellaneda. Llamar mañana antes de las 11.",
            ("envío", "reclamo"),
        ),
        Topic(
            "Cobraron dos veces la misma factura",
            "Buenas, este mes me debitaron dos veces la factura. Adjunto el resumen de la tarjeta.",
            "Confirmado con administración: hay dos débitos. Se pidió la devolución del segundo.",
            ("facturación", "reclamo"),
        ),
        Topic(
            "¿Cómo cambio el titular de la cuenta?",
            "Quisiera pasar la cuenta a nombre de mi señora. ¿Qué papeles necesito?",
            "Le envié el formulario por correo. Falta la copia del documento del nuevo titular.",
            ("consulta",),
        ),
        Topic(
            "Sin internet desde ayer a la noche 😡",
            "Desde anoche que no tengo internet y trabajo desde casa!!!",
            "Corte en la zona, reparación prevista para las 18 h. Prometí avisarle por mensaje.",
            ("técnico", "urgente"),
        ),
        Topic(
            "Quiero dar de baja el servicio",
            "Después de ocho años me voy a la competencia. ¿Por dónde se hace la baja?",
            "Cliente de ocho años. Retención le ofrece tres meses a mitad de precio; lo piensa hasta el viernes.",
            ("baja", "vip"),
        ),
        Topic(
            "Felicitaciones al equipo de Córdoba 👏🏽",
            "Solo quería decir que la chica que me atendió ayer fue un encanto.",
            "Pasado a la supervisora de Córdoba, que lo va a leer en la reunión del lunes.",
            ("felicitación",),
        ),
        Topic(
            "La aplicación se cierra sola al pagar",
            "Cada vez que toco «Pagar» la aplicación se cierra. Tengo un teléfono de hace dos años.",
            "Pasa con la versión 5.2 en teléfonos con poca memoria. Sistemas publica el arreglo esta semana.",
            ("técnico", "app"),
        ),
        Topic(
            "Cambio de talle, pedido {order}",
            "Compré una campera talle M y me queda chica. ¿La puedo cambiar por una L?",
            "Hay talle L en la sucursal de Palermo. Se la reservamos hasta el sábado.",
            ("cambio",),
        ),
        Topic(
            "Necesito la factura A del pedido {order}",
            "Me hicieron factura B y necesito factura A para la empresa.",
            "Pidió constancia de CUIT; la mandó hoy. Administración la rehace mañana.",
            ("facturación", "empresa"),
        ),
        Topic(
            "El técnico no vino a la hora acordada",
            "Pedí el día en el trabajo y el técnico nunca apareció.",
            "Reprogramado para el jueves de 9 a 12, primera visita del día. Pedirle disculpas otra vez al confirmar.",
            ("técnico", "reclamo"),
        ),
        Topic(
            "Olvidé mi contraseña y cambié de correo",
            "No puedo entrar porque el correo que tienen ya no existe.",
            "Identidad verificada por teléfono. Correo nuevo cargado; ya pudo entrar.",
            ("cuenta",),
        ),
        Topic(
            "¿Tienen garantía extendida para la heladera?",
            "Me interesa la garantía de tres años. ¿Se puede contratar después de la compra?",
            "Se puede hasta 30 días después de la compra. Le mandé los precios.",
            ("consulta", "nuevo"),
        ),
    ),
    "pt": (
        Topic(
            "Meu pedido {order} veio com o produto errado",
            "Oi! Comprei um liquidificador e recebi uma batedeira. E agora?",
            "Coleta agendada para quinta-feira. O produto certo sai do estoque de São Paulo amanhã.",
            ("troca", "reclamo"),
        ),
        Topic(
            "Não consigo emitir a segunda via do boleto",
            "O site dá erro toda vez que tento gerar a segunda via. O vencimento é amanhã.",
            "Boleto enviado por e-mail com o vencimento prorrogado por três dias, sem juros.",
            ("cobrança",),
        ),
        Topic(
            "Promoção de aniversário: o cupom não funciona 🎉",
            "Recebi o cupom PARABÉNS10 mas aparece como inválido.",
            "O cupom só vale no aplicativo. Expliquei e o cliente conseguiu comprar.",
            ("promoção", "nuevo"),
        ),
        Topic(
            "Atendimento excelente, obrigada!",
            "A Márcia resolveu tudo em cinco minutos. Parabéns à equipe!",
            "Elogio repassado para a Márcia e para a coordenação.",
            ("elogio",),
        ),
        Topic(
            "Quero mudar o endereço de entrega do pedido {order}",
            "Vou me mudar no sábado. Dá para entregar no endereço novo?",
            "Ainda não saiu do centro de distribuição, então dá. Endereço novo confirmado por telefone.",
            ("envío",),
        ),
        Topic(
            "Conexão lenta depois das 20h",
            "De dia é ótimo, mas à noite nem consigo ver um vídeo.",
            "Porta saturada na região. Ampliação prevista para o fim do mês; desconto de 15 % até lá.",
            ("técnico",),
        ),
        Topic(
            "Cancelamento de assinatura – protocolo {order}",
            "Já pedi o cancelamento duas vezes e continuam cobrando.",
            "Os dois protocolos existem. Cancelado hoje, com estorno das duas últimas mensalidades.",
            ("baja", "urgente"),
        ),
    ),
    "en": (
        Topic(
            "Order {order} arrived damaged",
            "The box was crushed and one of the plates is in pieces. Photos attached.",
            "Photos are clear. Replacement approved; no need to send the broken one back.",
            ("reclamo", "shipping"),
        ),
        Topic(
            "Can I pay by bank transfer?",
            "We are a small company and would rather pay by invoice and bank transfer.",
            "Credit check is through. Sent the account details and payment terms.",
            ("consulta", "empresa"),
        ),
        Topic(
            "Please delete my account and data",
            "I would like you to delete everything you hold about me.",
            "Identity checked. Passed to privacy; the answer is due within 30 days.",
            ("privacy",),
        ),
        Topic(
            "Roaming charges I never agreed to",
            "I was in Chile for two days and was billed for a week of roaming.",
            "The network reported the exit late. Refund of five days requested from billing.",
            ("facturación",),
        ),
        Topic(
            "Love the new colours! 🌈 When is the blue one back?",
            "Your new range is lovely. Any idea when the blue one is in stock again?",
            "Expected in three weeks. Promised to write when it is here.",
            ("consulta", "vip"),
        ),
        Topic(
            "Gift card shows a balance of zero",
            "I got a gift card for my birthday and the till says it is empty.",
            "It was never activated in the shop. Activated now, and the customer has tried it.",
            ("nuevo",),
        ),
    ),
    "ar": (
        Topic(
            "تأخر الطلب رقم {order} عن موعد التسليم",
            "السلام عليكم، كان من المفترض أن يصل طلبي قبل ثلاثة أيام.",
            "تم التواصل مع شركة الشحن، والتسليم غدًا بين الساعة 10 و12.",
            ("reclamo", "شحن"),
        ),
        Topic(
            "أريد استرداد المبلغ المدفوع مرتين",
            "تم خصم المبلغ مرتين من بطاقتي، أرجو إعادة أحدهما.",
            "تأكدنا من الخصم المكرر. سيعاد المبلغ خلال خمسة أيام عمل.",
            ("facturación",),
        ),
        Topic(
            "شكرًا لكم على سرعة الرد 🌹",
            "أشكر الموظفة التي ساعدتني أمس، كانت لطيفة جدًا.",
            "تم إبلاغ الفريق بالشكر.",
            ("vip",),
        ),
    ),
    "he": (
        Topic(
            "ההזמנה {order} עדיין לא הגיעה",
            "שלום, הזמנתי לפני שבועיים ועדיין לא קיבלתי כלום.",
            "החבילה נמצאת במכס. השליח יתקשר ללקוחה ביום ראשון.",
            ("envío",),
        ),
        Topic(
            "איך מחליפים סיסמה באפליקציה?",
            "אני לא מוצא איפה מחליפים סיסמה בגרסה החדשה.",
            "נשלח קישור לאיפוס (תקף 24 שעות). הלקוח אישר שהצליח.",
            ("consulta",),
        ),
    ),
    "ja": (
        Topic(
            "注文番号 {order} の配送先を変更したいです",
            "お世話になっております。配送先を会社の住所に変更できますでしょうか。",
            "出荷前のため変更可能。新しい住所は電話で確認済み。",
            ("envío", "vip"),
        ),
        Topic(
            "アプリにログインできません（エラー 403）",
            "昨日の更新のあと、ログインすると「403」と表示されます。",
            "再インストールで解決。念のため開発チームに報告した。",
            ("técnico",),
        ),
    ),
    "th": (
        Topic(
            "สินค้าที่ได้รับไม่ตรงกับที่สั่ง {order}",
            "สวัสดีค่ะ สั่งเสื้อสีขาวแต่ได้สีดำ ขอเปลี่ยนได้ไหมคะ",
            "ลูกค้าส่งรูปมาแล้ว จะจัดส่งสีขาวให้ใหม่ภายในวันศุกร์",
            ("cambio",),
        ),
        Topic(
            "ขอใบกำกับภาษีย้อนหลัง",
            "รบกวนขอใบกำกับภาษีของเดือนที่แล้วด้วยครับ",
            "ส่งทางอีเมลแล้ว ลูกค้ายืนยันว่าได้รับเรียบร้อย",
            ("facturación", "empresa"),
        ),
    ),
}

# Short, long, empty, and hard to draw; each replaces the subject of an ordinary case.
SPECIAL_SUBJECTS: tuple[str, ...] = (
    "",
    "?",
    "Ok",
    "👨‍👩‍👧‍👦 Plan familiar: somos 5 🏳️‍🌈 y un perro 🐕‍🦺, ¿entramos todos?",
    "Señora del 4.º «B»: ¿quién paga el 50 % — ella o nosotros? [*] & <b>urgente</b>",
    (
        "Mudanza: necesito que el servicio del departamento de la calle Gorriti siga funcionando hasta el último día "
        "del mes, que el del departamento nuevo en Villa Crespo esté instalado desde el primero, que la factura de "
        "ambos llegue a la dirección nueva, que el número de teléfono sea el mismo de siempre, y que alguien me llame "
        "después de las seis de la tarde porque antes no puedo; ya lo expliqué tres veces por chat y una por teléfono"
    ),
    "Pedido מספר 5521 בדרך → entrega 明日 в 10:00 ค่ะ ✅",
    "Zürich → Łódź → São Tomé: tracking para três países, ¿se puede?",
)

REPLIES: dict[str, tuple[str, str]] = {
    "es": ("¡Hola! Gracias por escribirnos. Ya lo estamos viendo y le avisamos hoy mismo.", "Muchas gracias, espero."),
    "pt": ("Olá! Obrigado pelo contato. Já estamos verificando e retornamos ainda hoje.", "Obrigado, fico no aguardo."),
    "en": ("Hello, and thank you for writing. We are looking into it and will be back today.", "Thank you!"),
    "ar": ("أهلًا بك، شكرًا لتواصلك معنا. نتابع الأمر وسنرد عليك اليوم.", "شكرًا جزيلًا."),
    "he": ("שלום, תודה שפנית אלינו. אנחנו בודקים ונחזור אליך עוד היום.", "תודה רבה!"),
    "ja": ("お問い合わせありがとうございます。確認のうえ、本日中にご連絡いたします。", "よろしくお願いいたします。"),
    "th": ("สวัสดีค่ะ ขอบคุณที่ติดต่อมา กำลังตรวจสอบและจะแจ้งกลับภายในวันนี้ค่ะ", "ขอบคุณครับ"),
}

FOLLOW_UPS: tuple[str, ...] = (
    "Volvió a escribir por otro canal; le respondí que lo seguimos por acá.",
    "Llamé a las 15:40, no atendió. Dejé mensaje.",
    "Ojo: prefiere que lo llamen después de las 18.\nNo usar el número de la oficina.",
    "Cliente conforme. Se puede cerrar si no escribe hasta el viernes.",
    "Derivado a segundo nivel con captura de pantalla.",
    "Ligou de novo às 9h. Pedi mais um dia.",
    "Spoke to the warehouse: it left this morning, tracking follows.",
    "👍",
)
