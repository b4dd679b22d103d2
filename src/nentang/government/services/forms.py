"""What the counter asks."""

from django import forms


class CounterForm(forms.Form):
    """Who stands at the counter, for which procedure, and for a body of which place."""

    personal_number = forms.CharField(max_length=15)
    procedure = forms.CharField(max_length=40)
    full_name = forms.CharField(max_length=120, required=False)
    birth_on = forms.DateField(required=False)
    phone = forms.CharField(max_length=16, required=False)
    place = forms.CharField(max_length=80, required=False)
    body = forms.IntegerField(required=False)
