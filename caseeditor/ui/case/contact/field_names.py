"""Names of the API's fields for the agent."""

from caseeditor.ui.messages.texts import translate


def field_words(name: str) -> str:
    """Return the name of a field; an unknown one has its name in the API."""
    return all_field_words().get(name, name.replace("_", " "))


def all_field_words() -> dict[str, str]:
    """Map the fields that are known to their names."""
    return {
        "id": translate("Field", "ID"),
        "first_name": translate("Field", "first name"),
        "last_name": translate("Field", "last name"),
        "name": translate("Field", "name"),
        "client_id": translate("Field", "client ID"),
        "crm_id": translate("Field", "CRM ID"),
        "extended_value": translate("Field", "nick name"),
        "cases": translate("Field", "cases"),
        "url": translate("Field", "page"),
        "tags": translate("Field", "tags"),
        "note": translate("Field", "note"),
        "creation_date": translate("Field", "created"),
        "update_date": translate("Field", "updated"),
        "updated_by": translate("Field", "updated by"),
        "ext_id": translate("Field", "external ID"),
        "user_name": translate("Field", "user name"),
        "image_url": translate("Field", "picture"),
        "about": translate("Field", "about"),
        "location": translate("Field", "location"),
        "gender": translate("Field", "gender"),
        "followers": translate("Field", "followers"),
        "following": translate("Field", "following"),
    }
