using Microsoft.AspNetCore.Http;

namespace Gongkai.Desk.Editing;

/// <summary>What the edit page posts: the values of the item's form, and beside them which item it is and what is to be done.</summary>
/// <param name="Values">The item's form.</param>
/// <param name="ContentType">The item's type, as the form says.</param>
/// <param name="BasedOnVersionId">The version that the form was made of; null for a new item.</param>
/// <param name="Command">What is to be done.</param>
internal sealed record EditForm(FormValues Values, string ContentType, string? BasedOnVersionId, string Command)
{
    /// <summary>The name of the buttons.</summary>
    public const string CommandName = "$do";

    /// <summary>The name of the field with the item's type.</summary>
    public const string TypeName = "$type";

    /// <summary>The name of the field with the version's id.</summary>
    public const string BasedOnName = "$based";

    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { CommandName, TypeName, BasedOnName, "__RequestVerificationToken" };

    /// <summary>Reads a posted form.</summary>
    public static EditForm Of(IFormCollection form) => new(
        FormValues.Of(form.Where(pair => !Own.Contains(pair.Key))),
        form[TypeName].ToString(), form[BasedOnName] is [{ Length: > 0 } version] ? version : null, form[CommandName] is [.., { } command] ? command : "save");
}
