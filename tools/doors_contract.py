"""An import-linter contract: an app is entered only through its doors."""

from importlinter import Contract, ContractCheck, fields, output


class DoorsContract(Contract):
    root = fields.StringField()
    groups = fields.ListField(subfield=fields.StringField())
    doors = fields.ListField(subfield=fields.StringField())
    composition_roots = fields.ListField(subfield=fields.StringField(), required=False)

    def check(self, graph, verbose):
        broken = []
        for importer in sorted(graph.modules):
            if self._is_composition_root(importer):
                continue
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                target = self._app_of(imported)
                if target is None or target == self._app_of(importer):
                    continue
                inside = imported.removeprefix(target).lstrip(".").split(".")[0]
                if inside not in self.doors:
                    broken.append((importer, imported))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check):
        for importer, imported in check.metadata["broken"]:
            output.print_error(f"{importer} walks past the door of {imported}")

    def _app_of(self, module):
        parts = module.split(".")
        if len(parts) >= 3 and parts[0] == self.root and parts[1] in self.groups:
            return ".".join(parts[:3])
        return None

    def _is_composition_root(self, module):
        roots = self.composition_roots or []
        return any(module == root or module.startswith(f"{root}.") for root in roots)
