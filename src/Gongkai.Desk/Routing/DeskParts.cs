using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Gongkai.Desk.Routing;

/// <summary>Where pages come from: the desk, and no other assembly that happens to be there.</summary>
internal static class DeskParts
{
    public static void Only(ApplicationPartManager manager, Assembly desk)
    {
        manager.ApplicationParts.Clear();
        manager.ApplicationParts.Add(new AssemblyPart(desk));
        manager.ApplicationParts.Add(new CompiledRazorAssemblyPart(desk));
    }
}
