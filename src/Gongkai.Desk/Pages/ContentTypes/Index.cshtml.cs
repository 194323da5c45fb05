using Gongkai.Content;
using Gongkai.Desk.Shell;

namespace Gongkai.Desk.Pages.ContentTypes;

/// <summary>The content types.</summary>
[RequirePermission(Permissions.ViewContentTypes)]
internal sealed class IndexModel(IContentDefinitions definitions) : DeskPage
{
    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public bool CanEdit => Can(Permissions.EditContentTypes);

    public int FieldsOf(ContentTypeDefinition type) => definitions.Current.FindType(type.Name)!.Parts.Sum(part => part.Fields.Length);

    public void OnGet() => (Heading, Types) = (L["内容类型"], [.. definitions.Current.Types.Values.OrderBy(type => type.DisplayName, StringComparer.Ordinal)]);
}
