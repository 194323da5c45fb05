using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Desk.Routing;

/// <summary>Addresses of pages are written as <c>/sign-in</c>, not as <c>/SignIn</c>.</summary>
internal sealed class KebabCase : IOutboundParameterTransformer
{
    public string? TransformOutbound(object? value)
    {
        if (value?.ToString() is not { } name)
            return null;
        var address = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
                address.Append('-');
            address.Append(char.ToLowerInvariant(name[i]));
        }

        return address.ToString();
    }
}
