using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Desk.Terms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Desk.Pages.Terms;

/// <summary>One term: a new one, or one that is renamed, moved below another, or removed.</summary>
[RequirePermission(Permissions.ManageTaxonomies)]
internal sealed class TermModel(IContentReader reader, IContentManager manager, ITermUses uses, IContentDefinitions definitions) : TaxonomyPage(reader, manager)
{
    private const int ShownUses = 20;

    /// <summary>The term that is there; null for a new one.</summary>
    public Term? Term { get; private set; }

    public string? ParentId { get; private set; }

    public string Name { get; private set; } = "";

    public string Segment { get; private set; } = "";

    /// <summary>The text fields of the term's own parts with their values.</summary>
    public IReadOnlyList<(string Part, PartField Field, string Value)> Texts { get; private set; } = [];

    /// <summary>Some of the items that carry the term or one below it: it cannot be removed while there are any.</summary>
    public IReadOnlyList<TermUse> Uses { get; private set; } = [];

    public int UseCount { get; private set; }

    /// <summary>Where the term can be put: not below itself.</summary>
    public IEnumerable<Term> Parents => Tree.Terms.SelectMany(term => term.SelfAndDescendants).Where(term => Term is null || !term.Lineage.Contains(Term));

    public async Task<IActionResult> OnGetAsync(string id, string? term, string? parent)
    {
        if (!await LoadAsync(id) || !await ShowAsync(term))
            return NotFound();
        ParentId = Term is null ? parent : Term.Parent?.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? term, string? version, string? parent, string? name, string? segment)
    {
        if (!await LoadAsync(id) || !await ShowAsync(term))
            return NotFound();
        var parentId = string.IsNullOrEmpty(parent) ? null : parent;
        var content = new TermContent(name ?? "", segment ?? "", Texts.ToDictionary(text => (text.Part, text.Field.Name), text => Request.Form[KeyOf(text.Part, text.Field)].ToString()));
        TaxonomyFault? fault;
        var termId = term ?? "";
        if (term is null)
            fault = Editing.Add(parentId, content, out termId);
        else
            fault = Editing.MoveBelow(term, parentId) ?? Editing.Change(term, content);
        if (await SaveAsync(fault, version))
        {
            Tell(term is null ? L["已加上“{0}”。", content.Title.Trim()] : L["已保存“{0}”。", content.Title.Trim()]);
            return RedirectToPage("/Taxonomies/Tree", null, new { id }, "term-" + Uri.EscapeDataString(termId));
        }

        // What was typed stays; what is there is as it is now.
        await ShowAsync(term);
        (ParentId, Name, Segment) = (parentId, content.Title, content.Segment);
        Texts = [.. Texts.Select(text => (text.Part, text.Field, content.Texts.GetValueOrDefault((text.Part, text.Field.Name), text.Value)))];
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, string? term, string? version)
    {
        if (term is null || !await LoadAsync(id) || !await ShowAsync(term))
            return NotFound();
        var label = Term!.Label;
        if (UseCount > 0)
            (Fault, Response.StatusCode) = (L["“{0}”或它的下级还有内容在用，不能删除。请先把下面这些内容改到别的项。", label], StatusCodes.Status400BadRequest);
        else if (await SaveAsync(Editing.Remove(term), version))
        {
            Tell(L["已删除“{0}”。", label]);
            return RedirectToPage("/Taxonomies/Tree", new { id });
        }

        await ShowAsync(term);
        ParentId = Term?.Parent?.Id;
        return Page();
    }

    /// <summary>The name of a text in the form.</summary>
    public static string KeyOf(string part, PartField field) => $"text.{part}.{field.Name}";

    private async Task<bool> ShowAsync(string? term)
    {
        var item = term is null ? null : Editing.Find(term);
        Texts = [.. (definitions.Current.FindType(Editing.TermType)?.Parts ?? []).SelectMany(part => part.Fields.Where(field => field.Kind is TextField)
            .Select(field => (part.Name, field, item?.Part(part.Name)?.TextField(field.Name) ?? "")))];
        if (term is null)
        {
            Heading = L["“{0}”的新的一项", Tree.Title];
            return true;
        }

        Term = Tree.All.GetValueOrDefault(term);
        if (Term is null || item is null)
            return false;
        (Heading, Name) = (Term.Label, Term.Label);
        Segment = AutoroutePart.RouteOf(item) is null ? "" : Term.Segment;
        string[] ids = [.. Term.SelfAndDescendants.Select(one => one.Id)];
        Uses = await uses.FindAsync(Tree.Id, ids, ShownUses, HttpContext.RequestAborted);
        var counts = await uses.CountAsync(Tree.Id, HttpContext.RequestAborted);
        UseCount = ids.Sum(id => counts.GetValueOrDefault(id));
        return true;
    }
}
