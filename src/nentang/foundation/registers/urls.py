"""Addresses of the registers."""

from django.urls import path

from .views import duplicates, imports, reading, reexaminations

app_name = "registers"
HERE = "co-so-du-lieu/<slug:register>/"
urlpatterns = [
    path("co-so-du-lieu/", reading.registers_page, name="registers"),
    path("xem-lai/<str:code>/", reexaminations.reexamination_page, name="reexamination"),
    path(HERE, reading.search_page, name="search"),
    path(f"{HERE}ban-ghi/<str:record_code>/", reading.record_page, name="record"),
    path(f"{HERE}ban-ghi/<str:record_code>/lich-su/", reading.history_page, name="history"),
    path(f"{HERE}trung/", duplicates.duplicates_page, name="duplicates"),
    path(f"{HERE}trung/<int:number>/", duplicates.pair_page, name="pair"),
    path(f"{HERE}nhap/", imports.imports_page, name="imports"),
    path(f"{HERE}nhap/mau/", imports.example_file, name="example"),
    path(f"{HERE}nhap/<int:number>/", imports.import_page, name="import"),
    path(f"{HERE}nhap/<int:number>/loi/", imports.faults_file, name="faults"),
]
