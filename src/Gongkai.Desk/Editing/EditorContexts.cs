using System.Globalization;
using Gongkai.Content;
using Gongkai.Desk.Texts;
using Gongkai.Review.Plain;

namespace Gongkai.Desk.Editing;

/// <summary>Gathers what the editors of a form need to know.</summary>
internal sealed class EditorContexts(
    IContentDefinitions definitions, Taxonomies taxonomies, SiteSettings site, ContentEditing editing, ItemPicking picking, PassageOffers passages, PlainLanguageSource plain, IPermissions permissions, ICurrentUser current, DeskTexts texts)
{
    // Terms and rows stand in lists like picked items do: asking for all of them is one question to the database.
    private const int MostPicked = 1000;

    /// <summary>The context of a form.</summary>
    /// <param name="edited">The item.</param>
    /// <param name="values">What the form holds; null when that is not known yet.</param>
    /// <param name="searchIn">The picker whose search was asked for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<EditorContext> OfAsync(EditedItem edited, FormValues? values, string? searchIn, CancellationToken cancellationToken) =>
        await OfAsync(edited, values, searchIn, null, cancellationToken);

    /// <summary>The context of a form in which passages were asked for.</summary>
    public async Task<EditorContext> OfAsync(EditedItem edited, FormValues? values, string? searchIn, PassageRequest? asked, CancellationToken cancellationToken)
    {
        var context = new EditorContext
        {
            Definitions = definitions.Current,
            Taxonomies = taxonomies.Current,
            Zone = site.TimeZone,
            MayPublish = editing.MayPublish(edited),
            MayChangeOwner = permissions.IsAllowed(current.User, Permissions.SiteOwner),
            OwnIssuers = current.User.Issuers,
            PlainHints = text => plain.Current.Of(text),
            Text = key => texts[key],
        };
        values ??= ItemForm.Read(edited.Basis, context);
        var ids = values.Names.Where(name => name.EndsWith('.' + FormLists.Items, StringComparison.Ordinal)).SelectMany(values.All).Distinct(StringComparer.Ordinal).Take(MostPicked).ToList();
        context = context with { Picked = (await picking.OfAsync(ids, cancellationToken)).ToDictionary(item => item.Id, StringComparer.Ordinal), SearchIn = searchIn };
        var quotes = ItemForm.Describe(edited.Basis, values, context).All.OfType<PassageChoice>().ToList();
        if (quotes.Count > 0)
            context = context with { Sources = await passages.SourcesAsync(quotes.Select(quote => quote.Source?.Id).OfType<string>(), cancellationToken) };
        if (asked is not null && quotes.Find(quote => quote.Name == asked.Name) is { } asking)
            context = context with { Passages = new(asked, await passages.OfAsync(asking.ItemIds, asked.IsByQuestion ? asking.Question : null, cancellationToken)) };
        if (searchIn is null)
            return context;
        var types = ItemForm.Describe(edited.Basis, values, context).All.OfType<ItemSelection>().FirstOrDefault(picker => picker.Name == searchIn)?.Types;
        return types is null ? context : context with { Found = await picking.FindAsync(types, values.Get(PickerEditor.Query + searchIn), cancellationToken) };
    }

    /// <summary>A time as the page shows it: the hour alone when it is today.</summary>
    public string TimeOf(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, site.TimeZone);
        return local.ToString(DateOnly.FromDateTime(local) == site.Today ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
