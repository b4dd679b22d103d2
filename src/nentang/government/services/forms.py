"""What the counter asks."""

from django import forms


class PersonForm(forms.Form):
    """Who stands at the counter; more than the number where nobody knows them yet."""

    personal_number = forms.CharField(max_length=15)
    full_name = forms.CharField(max_length=120, required=False)
    birth_on = forms.DateField(required=False)
    phone = forms.CharField(max_length=16, required=False)


class AssistForm(PersonForm):
    """What is declared for them, and the paper that they signed."""

    matter = forms.CharField(max_length=60)
    consent = forms.CharField(max_length=60)
    is_signed = forms.BooleanField()


class CounterForm(PersonForm):
    """For which procedure they came, and for a body of which place."""

    procedure = forms.CharField(max_length=40)
    place = forms.CharField(max_length=80, required=False)
    body = forms.IntegerField(required=False)
