using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Recipes.Checking;

/// <summary>Checks the content of a run before any of it is written. Holds ids, addresses and terms, never bodies.</summary>
internal sealed class ContentCheck(IImportCheck imports, IContentReader reader, IStoredVersions versions, IContentDefinitions definitions, ContentValidator validator, IRecipeRun run)
{
    private readonly RecipeIdentities _identities = new();
    private readonly UnknownNames _unknown = new();
    private RecipeTerms? _terms;
    private bool _toldInvisible;

    /// <summary>The run that the check belongs to.</summary>
    public IRecipeRun Run => run;

    /// <summary>Notes the terms of a taxonomy that the recipe brings, wherever in it the taxonomy stands.</summary>
    public async Task SurveyAsync(RecipeElement element, CancellationToken cancellationToken)
    {
        var terms = await TermsAsync(cancellationToken);
        await terms.BringAsync(new ContentItem((JsonObject)element.Json), versions, cancellationToken);
    }

    /// <summary>Checks some versions; returns those that the site has already.</summary>
    public async Task<IReadOnlyList<RecipeElement>> CheckAsync(IReadOnlyList<RecipeElement> batch, CancellationToken cancellationToken)
    {
        var present = new List<RecipeElement>();
        var terms = await TermsAsync(cancellationToken);
        var brought = batch.Select(element => (Element: element, Item: Identified(element))).Where(version => version.Item is not null).ToList();
        var stored = await imports.CheckAsync([.. brought.Select(version => new ImportVersion(version.Item!))], cancellationToken);
        foreach (var ((element, item), result) in brought.Zip(stored.Results))
        {
            run.Count(result.Outcome);
            // What the site has already is not changed, so it is not judged again.
            if (result.Outcome == OperationOutcome.Unchanged)
            {
                present.Add(element);
                continue;
            }
            var errors = result.Errors.Concat(validator.Validate(item!, run.Definitions, terms, item!.Published));
            if (item.Published)
                errors = errors.Concat(await AddressErrorsAsync(item, cancellationToken));
            foreach (var error in errors.Distinct())
                run.Error(element.Locate(error.Path), error.Message);
            foreach (var notice in _unknown.In(item, run.Definitions))
                run.Notice(element.Locate(notice.Path), notice.Message);
            TellIfInvisible(element, item);
        }
        return present;
    }

    /// <summary>The element as an item when it has what identifies one.</summary>
    private ContentItem? Identified(RecipeElement element)
    {
        if (element.Json is not JsonObject json)
        {
            run.Error(element.Locate(), $"内容应是对象，得到的是{FieldKind.Describe(element.Json)}。");
            return null;
        }

        var item = new ContentItem(json);
        if (item.ContentItemId.Length == 0)
            run.Error(element.Locate("ContentItemId"), "缺少编号（ContentItemId），请给这条内容一个编号，重复导入时才认得出它。");
        else if (run.Definitions.FindType(item.ContentType) is null)
            validator.Validate(item, run.Definitions, _terms!, false).ToList().ForEach(error => run.Error(element.Locate(error.Path), error.Message));
        else if (_identities.IsRepeated(item))
            return null;
        else if (_identities.NoteIds(item) is { } error)
            run.Error(element.Locate(error.Path), error.Message);
        else
            return item;
        return null;
    }

    private async Task<List<ValidationError>> AddressErrorsAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var contribution = IndexContribution.Of(item, run.Definitions);
        var errors = _identities.NoteAddresses(item, contribution).ToList();
        // The storage knows the routes of types that it knows; of a type that this recipe brings they are asked for here.
        if (definitions.Current.FindType(item.ContentType) is null)
        {
            foreach (var route in contribution.Routes)
            {
                if (await reader.FindRouteAsync(route.Path, cancellationToken) is { } target && target.ContentItemId != item.ContentItemId)
                    errors.Add(new("AutoroutePart.Path", $"地址“{route.Path}”已由“{target.ContentItemId}”使用，请换一个地址。"));
            }
        }
        return errors;
    }

    private void TellIfInvisible(RecipeElement element, ContentItem item)
    {
        if (item.Published || item.Latest || _toldInvisible)
            return;
        _toldInvisible = true;
        run.Notice(element.Locate(), "Published 和 Latest 都不是 true：这个版本只进入历史，读者和编辑都看不到（同样的只报一次）。");
    }

    private async Task<RecipeTerms> TermsAsync(CancellationToken cancellationToken) => _terms ??= await RecipeTerms.OfSiteAsync(reader, cancellationToken);
}
